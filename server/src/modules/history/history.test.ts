import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addClient,
  addPerson,
  addTag,
  addTeam,
  changeSettings,
  type Person,
  startBusiness,
} from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let business: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let ana: Person;
let team: string;

beforeAll(async () => {
  business = await startBusiness();
  owner = business.owner;
  team = await addTeam(owner, "Norte");
  ana = await addPerson(owner, "AGENT", "Ana", [team]);
});
afterAll(() => business.stop());

type Values = Record<string, unknown>;
const AS_OF = "query ($id: ID!, $at: DateTime!) { clientAsOf(id: $id, at: $at) }";
const asOf = async (id: string, at: Date, caller = owner) =>
  (await caller.ok<{ clientAsOf: Values }>(AS_OF, { id, at: at.toISOString() })).clientAsOf;
const UPDATE = "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { version } }";
const update = (id: string, input: object, caller = owner) =>
  caller.ok<{ updateClient: { version: number } }>(UPDATE, { id, input });
/** A moment that no write around it shares. */
async function moment(): Promise<Date> {
  await sleep(3);
  const now = new Date();
  await sleep(3);
  return now;
}
interface Revision {
  entryId: string;
  actor: { name: string } | null;
  change: { before: string | null; after: string | null };
}
const history = async (id: string, field: string, caller = owner) =>
  (
    await caller.ok<{ clientFieldHistory: Revision[] }>(
      `query ($id: ID!, $field: String!) { clientFieldHistory(id: $id, field: $field) {
        entryId actor { name } change { before after } } }`,
      { id, field },
    )
  ).clientFieldHistory;
const RESTORE = `mutation ($id: ID!, $entryId: ID!, $field: String!, $version: Int) {
  restoreClientField(clientId: $id, entryId: $entryId, field: $field, expectedVersion: $version) { id name version } }`;

describe("the record as of a moment", () => {
  it("is what the record said then, whatever happened since, of every kind of field [B6]", async () => {
    const vip = await addTag(owner, "VIP");
    const late = await addTag(owner, "Tardío");
    await owner.ok(
      `mutation { createCustomField(input: { key: "nivel", label: "Nivel", type: SELECT, options: ["Oro", "Plata"] }) { id } }`,
    );
    const address = { type: "MAIN", line1: "Calle 1", city: "Panamá", country: "PA" };
    const id = await addClient(owner, {
      name: "Primera",
      phone: "+34910000000",
      tagIds: [vip],
      addresses: [address],
      taxProfile: { country: "PA", taxId: "8-1-1" },
      customFields: { nivel: "Plata" },
    });
    const shown: [Date, Values][] = [];
    const remember = async () => {
      const at = await moment();
      shown.push([at, await asOf(id, at)]);
    };
    await remember();
    await update(id, { name: "Segunda", phone: null, taxProfile: { country: "ES" } });
    await remember();
    await update(id, { status: "CLIENT", ownerId: ana.id, teamId: team, customFields: { nivel: "Oro" } });
    await remember();
    await update(id, { tagIds: [late], addresses: [] });
    await remember();
    await update(id, { tagIds: [], customFields: { nivel: null }, name: "Última" });
    await remember();
    for (const [at, then] of shown) expect(await asOf(id, at)).toEqual(then);
    expect(shown.map(([, then]) => [then.name, then.status, then.tags, then["customFields.nivel"]])).toEqual([
      ["Primera", "PROSPECT", ["VIP"], "Plata"],
      ["Segunda", "PROSPECT", ["VIP"], "Plata"],
      ["Segunda", "CLIENT", ["VIP"], "Oro"],
      ["Segunda", "CLIENT", ["Tardío"], "Oro"],
      ["Última", "CLIENT", null, null],
    ]);
    expect(shown[0]?.[1]).toMatchObject({
      addresses: [expect.objectContaining(address)],
      phone: "+34910000000",
      "taxProfile.taxId": "8-1-1",
      owner: null,
    });
    expect(shown[2]?.[1]).toMatchObject({ owner: ana.id, team });

    const { clientThenAndNow } = await owner.ok<{
      clientThenAndNow: { field: string; label: string; before: string | null; after: string | null }[];
    }>("query ($id: ID!, $at: DateTime!) { clientThenAndNow(id: $id, at: $at) { field label before after } }", {
      id,
      at: shown[2]?.[0].toISOString(),
    });
    expect(clientThenAndNow).toContainEqual({
      field: "name",
      label: expect.any(String),
      before: "Segunda",
      after: "Última",
    });
    expect(clientThenAndNow).toContainEqual({ field: "owner", label: expect.any(String), before: "Ana", after: "Ana" });
    expect(clientThenAndNow.map(({ field }) => field)).not.toContain("gender");
  });

  it("follows the order in which rows were changed, not that in which transactions began", async () => {
    const id = await addClient(owner, { name: "Cero" });
    const early = await business.pool.connect();
    await early.query("begin");
    await early.query("select now()");
    await update(id, { name: "Uno" });
    const between = await moment();
    await early.query("update client set name = 'Dos' where id = $1", [id]);
    await early.query("commit");
    early.release();
    expect((await asOf(id, between)).name).toBe("Uno");
    expect((await asOf(id, await moment())).name).toBe("Dos");
  });

  it("refuses a moment before the client was there, and hides what is hidden [F209]", async () => {
    const id = await addClient(owner, { teamId: team, email: "antes@example.org" });
    const at = await moment();
    await update(id, { email: "ahora@example.org" });
    expect(await owner.refused(AS_OF, { id, at: "2020-01-01T00:00:00Z" })).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "at" }],
    });
    await changeSettings(owner, { hideContactDataFromAgents: true });
    try {
      expect((await asOf(id, at, ana.caller)).email).toBe("•••");
      expect(JSON.stringify(await history(id, "email", ana.caller))).not.toContain("example.org");
    } finally {
      await changeSettings(owner, { hideContactDataFromAgents: false });
    }
    expect((await asOf(id, at, ana.caller)).email).toBe("antes@example.org");
  });
});

describe("the history of a field", () => {
  it("tells who changed it from what to what, and sets it back as an edit of its own", async () => {
    const id = await addClient(owner, { name: "Antes", teamId: team });
    await update(id, { name: "Después" }, ana.caller);
    const { updateClient } = await update(id, { website: "https://example.org" });
    const [change] = await history(id, "name");
    expect(change).toMatchObject({ actor: { name: "Ana" }, change: { before: "Antes", after: "Después" } });
    const restore = { id, entryId: change?.entryId, field: "name" };
    expect(await owner.refused(RESTORE, { ...restore, version: updateClient.version - 1 })).toMatchObject({
      code: "CONFLICT",
    });
    const { restoreClientField } = await owner.ok<{ restoreClientField: { name: string } }>(RESTORE, {
      ...restore,
      version: updateClient.version,
    });
    expect(restoreClientField.name).toBe("Antes");
    expect((await history(id, "name")).map(({ change }) => [change.before, change.after])).toEqual([
      ["Después", "Antes"],
      ["Antes", "Después"],
    ]);
    expect(await owner.refused(RESTORE, { ...restore, field: "website" })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("sets back one part of a tax profile, a status, custom fields and what was done to tags", async () => {
    const [one, two] = [await addTag(owner, "Uno"), await addTag(owner, "Dos")];
    const id = await addClient(owner, { taxProfile: { country: "PA", taxId: "1" }, tagIds: [one] });
    await update(id, { taxProfile: { country: "PA", taxId: "2", legalName: "Nueva, S. A." } });
    await update(id, { status: "CLIENT" });
    await update(id, { tagIds: [two] });
    for (const field of ["taxProfile.taxId", "status", "tags"]) {
      for (const { entryId } of await history(id, field)) await owner.ok(RESTORE, { id, entryId, field });
    }
    expect(await asOf(id, await moment())).toMatchObject({
      "taxProfile.taxId": "1",
      "taxProfile.legalName": "Nueva, S. A.",
      status: "PROSPECT",
      tags: ["Uno"],
    });
    const gone = (await history(id, "tags")).find(({ change }) => change.before?.includes("Dos"));
    await owner.ok("mutation ($id: ID!) { deleteTag(id: $id) }", { id: two });
    expect(await owner.refused(RESTORE, { id, entryId: gone?.entryId, field: "tags" })).toMatchObject({
      code: "ILLEGAL_STATE",
    });
  });

  it("is nobody's who does not see the client, and a refused value stays refused [F204]", async () => {
    const id = await addClient(owner, { email: "uno@example.org" });
    await update(id, { email: "dos@example.org" });
    const [change] = await history(id, "email");
    expect(await ana.caller.refused(RESTORE, { id, entryId: change?.entryId, field: "email" })).toMatchObject({
      code: "NOT_FOUND",
    });
    await addClient(owner, { email: "uno@example.org" });
    expect(await owner.refused(RESTORE, { id, entryId: change?.entryId, field: "email" })).toMatchObject({
      code: "DUPLICATE_CLIENT",
    });
    expect(await owner.refused(RESTORE, { id, entryId: "nothing", field: "email" })).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
