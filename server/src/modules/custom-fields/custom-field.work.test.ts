import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addClient, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

const PATIENCE = { timeout: 30_000, interval: 50 };
vi.setConfig({ testTimeout: 60_000 });

interface Field {
  id: string;
  key: string;
  work: { done: number; total: number } | null;
}

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
});
afterAll(() => api.stop());

let number = 0;
const addField = async (type: string): Promise<Field> => {
  const { createCustomField } = await owner.ok<{ createCustomField: Field }>(
    "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id key work { done total } } }",
    { input: { label: `Campo ${++number}`, type } },
  );
  return createCustomField;
};
/** Clients by the thousand, as an import brings them. */
const addMany = (count: number, custom: object) =>
  api.pool.query("insert into client (name, custom) select 'Mil ' || n, $2 from generate_series(1, $1::int) n", [
    count,
    JSON.stringify(custom),
  ]);
const makeSearchable = (id: string) =>
  owner.ok(
    "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: TEXT, searchable: true }) { id } }",
    { id, label: `Se busca ${++number}` },
  );
const fieldOf = async (id: string): Promise<Field | undefined> => {
  const { customFields } = await owner.ok<{ customFields: Field[] }>("{ customFields { id key work { done total } } }");
  return customFields.find((field) => field.id === id);
};
const found = async (search: string): Promise<number> => {
  const query = "query ($search: String) { clientCount(filter: { search: $search }) }";
  return (await owner.ok<{ clientCount: number }>(query, { search })).clientCount;
};
const counted = (customFields: object[]) =>
  owner.gql<{ clientCount: number }>(
    "query ($all: [CustomFieldCondition!]) { clientCount(filter: { customFields: $all }) }",
    {
      all: customFields,
    },
  );
const holders = async (key: string): Promise<number> => {
  const { rows } = await api.pool.query("select count(*)::int from client where custom ? $1", [key]);
  return rows[0].count as number;
};
const REMOVE = "mutation ($id: ID!) { deleteCustomField(id: $id) }";
const RESTORE = "mutation ($id: ID!) { restoreCustomField(id: $id) { key } }";
const PURGE = "mutation ($id: ID!) { purgeCustomField(id: $id) }";
interface Leaving extends Field {
  deletedAt: string;
  deletedBy: { name: string };
  purged: boolean;
}
const leaving = async (id: string): Promise<Leaving | undefined> => {
  const { deletedCustomFields } = await owner.ok<{ deletedCustomFields: Leaving[] }>(
    "{ deletedCustomFields { id key work { done total } deletedAt deletedBy { name } purged } }",
  );
  return deletedCustomFields.find((field) => field.id === id);
};
const usage = async (id: string) =>
  (await owner.ok<{ customFieldUsage: number }>("query ($id: ID!) { customFieldUsage(id: $id) }", { id }))
    .customFieldUsage;

describe("a field of thousands of clients", () => {
  it("is read by the search box in the background, and the field tells how far that is [F119]", async () => {
    const { id, key, work } = await addField("TEXT");
    expect(work).toBeNull();
    await addMany(4500, { [key]: "Zafiro" });
    const { rows } = await api.pool.query("select count(*) from timeline_entry");
    await makeSearchable(id);
    await vi.waitFor(async () => expect((await fieldOf(id))?.work).toBeNull(), PATIENCE);
    expect(await found("zafiro")).toBe(4500);
    expect((await api.pool.query("select count(*) from timeline_entry")).rows).toEqual(rows);
  });

  it("is taken off all clients when it is purged, and not before [F119]", async () => {
    const { id, key } = await addField("TEXT");
    await addMany(2500, { [key]: "Topacio" });
    expect(await owner.refused(PURGE, { id })).toMatchObject({ code: "NOT_FOUND" });
    await owner.ok(REMOVE, { id });
    expect(await holders(key)).toBe(2500);
    const { viewer } = await owner.ok<{ viewer: { user: { name: string } } }>("{ viewer { user { name } } }");
    expect(await leaving(id)).toMatchObject({ purged: false, work: null, deletedBy: viewer.user });
    expect(await usage(id)).toBe(2500);
    await owner.ok(PURGE, { id });
    await vi.waitFor(async () => expect(await holders(key)).toBe(0), PATIENCE);
    await vi.waitFor(async () => expect(await leaving(id)).toBeUndefined(), PATIENCE);
    expect(await owner.refused("query ($id: ID!) { customFieldUsage(id: $id) }", { id })).toMatchObject({
      code: "NOT_FOUND",
    });
    for (const again of [RESTORE, PURGE])
      expect(await owner.refused(again, { id })).toMatchObject({ code: "NOT_FOUND" });
    // Its key is still nobody else's, for old differences name it.
    const taken = await owner.refused(
      'mutation ($key: String!) { createCustomField(input: { key: $key, label: "Otro", type: TEXT }) { id } }',
      { key },
    );
    expect(taken).toMatchObject({ fields: [{ path: "key" }] });
  });

  it("tells how far purging is, and no timeline of it: nobody's client was changed [F119]", async () => {
    const { id, key } = await addField("TEXT");
    const kept = await addField("TEXT");
    await addMany(6500, { [key]: "Cuarzo", [kept.key]: "Jade" });
    await owner.ok(REMOVE, { id });
    const written = `select (select count(*) from timeline_entry), (select sum(version) from client), (select max(updated_at) from client)`;
    const { rows } = await api.pool.query(written);
    // Somebody who has a client open for a moment keeps the job from going on.
    const sql = await api.pool.connect();
    await sql.query("begin");
    await sql.query("select from client where custom ? $1 order by id desc limit 1 for update", [key]);
    await owner.ok(PURGE, { id });
    await vi.waitFor(async () => expect((await leaving(id))?.work?.done).toBeGreaterThan(0), PATIENCE);
    expect(await leaving(id)).toMatchObject({ purged: true, work: { total: 6500 } });
    await sql.query("rollback");
    sql.release();
    await vi.waitFor(async () => expect(await holders(key)).toBe(0), PATIENCE);
    expect((await api.pool.query(written)).rows).toEqual(rows);
    expect(await holders(kept.key)).toBe(6500);
  });

  it("is looked through for a part of its text only while that is quick", async () => {
    const { key } = await addField("TEXT");
    await addMany(50_000, { [key]: "Amatista" });
    await api.pool.query("analyze client");
    const condition = { key, operator: "CONTAINS", value: "matis" };
    expect((await counted([condition])).data).toEqual({ clientCount: 50_000 });
    await addMany(1, { [key]: "Amatista" });
    expect((await counted([condition])).errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "filter.customFields.0.operator" }],
    });
  });
});

describe("a deleted field", () => {
  it("comes back with what clients have in it, in the search box too", async () => {
    const { id, key } = await addField("TEXT");
    await makeSearchable(id);
    const client = await addClient(owner, { customFields: { [key]: "Esmeralda" } });
    await owner.ok(REMOVE, { id });
    expect(await found("esmeralda")).toBe(0);
    expect(await leaving(id)).toMatchObject({ deletedAt: expect.any(String) });
    expect(await usage(id)).toBe(1);
    await owner.ok(RESTORE, { id });
    expect(await leaving(id)).toBeUndefined();
    expect(await owner.ok("{ customFields { id deletedAt deletedBy { name } purged } }")).toMatchObject({
      customFields: expect.arrayContaining([{ id, deletedAt: null, deletedBy: null, purged: false }]),
    });
    expect(await found("esmeralda")).toBe(1);
    expect(await owner.ok("query ($id: ID!) { client(id: $id) { customFields } }", { id: client })).toEqual({
      client: { customFields: { [key]: "Esmeralda" } },
    });
  });

  it("stays away while another has its name", async () => {
    const { id } = await addField("TEXT");
    await owner.ok(REMOVE, { id });
    await owner.ok("mutation ($label: String!) { createCustomField(input: { label: $label, type: TEXT }) { id } }", {
      label: `campo ${number}`,
    });
    expect(await owner.refused(RESTORE, { id })).toMatchObject({ fields: [{ path: "label" }] });
  });
});
