import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false });
});
afterAll(() => api.stop());

let number = 0;
interface Field {
  id: string;
  key: string;
}
const addChoice = async (type = "SELECT"): Promise<Field> => {
  const { createCustomField } = await owner.ok<{ createCustomField: Field }>(
    "mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id key } }",
    { input: { label: `Nivel ${++number}`, type, options: ["Oro", "Plata", "Bronce"] } },
  );
  return createCustomField;
};
const RENAME = `mutation ($id: ID!, $from: String!, $to: String!, $version: Int) {
  renameCustomFieldOption(id: $id, from: $from, to: $to, expectedVersion: $version) {
    affected savedFilters operationId undoableUntil customField { options version } } }`;
interface Renamed {
  renameCustomFieldOption: {
    affected: number;
    savedFilters: number;
    operationId: string;
    undoableUntil: string;
    customField: { options: string[]; version: number };
  };
}
const rename = async (id: string, from: string, to: string) =>
  (await owner.ok<Renamed>(RENAME, { id, from, to })).renameCustomFieldOption;
const UNDO = `mutation ($id: ID!) { undoRenameCustomFieldOption(operationId: $id) { restored skipped customField { options version } } }`;
const USAGE = `query ($id: ID!, $option: String!) { customFieldOptionUsage(id: $id, option: $option) }`;
const FILTERS = `query ($id: ID!, $option: String!) { customFieldOptionFilters(id: $id, option: $option) }`;
/** What clients have in a field as the API shows it, in the order in which they were created. */
const values = async (key: string): Promise<unknown[]> => {
  const { clients } = await owner.ok<{ clients: { nodes: { customFields: Record<string, unknown> }[] } }>(
    "{ clients(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { customFields } } }",
  );
  return clients.nodes.flatMap(({ customFields }) => (key in customFields ? [customFields[key]] : []));
};
const counted = async (customFields: object[]): Promise<number> =>
  (
    await owner.ok<{ clientCount: number }>("query ($filter: ClientFilter) { clientCount(filter: $filter) }", {
      filter: { customFields },
    })
  ).clientCount;
const setCustom = (id: string, customFields: object) =>
  owner.ok("mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }", {
    id,
    input: { customFields },
  });
const saveFilter = async (customFields: object[]): Promise<string> => {
  const { saveFilter } = await owner.ok<{ saveFilter: { id: string } }>(
    "mutation ($name: String!, $filter: ClientFilter!) { saveFilter(name: $name, filter: $filter) { id } }",
    { name: `Filtro ${++number}`, filter: { search: "x", customFields } },
  );
  return saveFilter.id;
};
const conditionsOf = async (id: string): Promise<unknown> =>
  (await api.pool.query("select filter -> 'customFields' as conditions from saved_filter where id = $1", [id])).rows[0]
    ?.conditions;

describe("renaming an option", () => {
  it("changes every client, told before and after [F120] [F121]", async () => {
    const { id, key } = await addChoice();
    const first = await addClient(owner, { customFields: { [key]: "Oro" } });
    await addClient(owner, { customFields: { [key]: "Oro" } });
    await addClient(owner, { customFields: { [key]: "Plata" } });
    expect(await owner.ok(USAGE, { id, option: "Oro" })).toEqual({ customFieldOptionUsage: 2 });
    const renamed = await rename(id, "Oro", "Premium");
    expect(renamed).toMatchObject({
      affected: 2,
      customField: { options: ["Premium", "Plata", "Bronce"], version: 2 },
    });
    expect(await values(key)).toEqual(["Premium", "Premium", "Plata"]);
    expect(await owner.ok(USAGE, { id, option: "Premium" })).toEqual({ customFieldOptionUsage: 2 });
    await setCustom(first, { [key]: "Plata" });
    const { client } = await owner.ok<{ client: { version: number; timeline: object } }>(
      `query ($id: ID!) { client(id: $id) { version timeline(first: 1) { nodes { ... on ClientEditedEntry {
        changes { before after } } } } } }`,
      { id: first },
    );
    // It was no change of the client's: nobody's form is refused for it, and what was before is called what it is now.
    expect(client).toEqual({ version: 2, timeline: { nodes: [{ changes: [{ before: "Premium", after: "Plata" }] }] } });
  });

  it("writes no client, however many have it [F120]", async () => {
    const { id, key } = await addChoice();
    await api.pool.query(
      "insert into client (name, status, custom) select 'Mil ' || n, 'INACTIVE', jsonb_build_object($1::text, 'Oro') from generate_series(1, 3000) n",
      [key],
    );
    const versions = "select sum(version)::int as sum, max(xmin::text::bigint) as latest from client";
    const { rows } = await api.pool.query(versions);
    expect(await rename(id, "Oro", "Premium")).toMatchObject({ affected: 3_000 });
    expect((await api.pool.query(versions)).rows).toEqual(rows);
    const filter = { status: ["INACTIVE"], customFields: [{ key, operator: "EQ", value: "Premium" }] };
    expect(await owner.ok("query ($filter: ClientFilter) { clientCount(filter: $filter) }", { filter })).toEqual({
      clientCount: 3_000,
    });
  });

  it("keeps every filter and every form right, however often and whichever way options change their names", async () => {
    const { id, key } = await addChoice();
    const [a, b] = [
      await addClient(owner, { customFields: { [key]: "Oro" } }),
      await addClient(owner, { customFields: { [key]: "Plata" } }),
    ];
    await rename(id, "Oro", "X");
    await rename(id, "Plata", "Oro");
    await rename(id, "X", "Plata");
    expect(await values(key)).toEqual(["Plata", "Oro"]);
    expect(await counted([{ key, operator: "EQ", value: "Oro" }])).toBe(1);
    expect(await counted([{ key, operator: "IN", value: ["Oro", "Plata"] }])).toBe(2);
    await setCustom(b, { [key]: "Plata" });
    expect(await values(key)).toEqual(["Plata", "Plata"]);
    await setCustom(a, { [key]: "Oro" });
    expect(await values(key)).toEqual(["Oro", "Plata"]);
    // What is called like a value that clients of another option hold is an option of its own all the same.
    await rename(id, "Bronce", "Cobre");
    await owner.ok(
      "mutation ($id: ID!, $label: String!, $options: [String!]) { updateCustomField(id: $id, input: { label: $label, type: SELECT, options: $options }) { id } }",
      { id, label: key, options: ["Plata", "Oro", "Cobre", "Bronce"] },
    );
    await setCustom(a, { [key]: "Bronce" });
    await setCustom(b, { [key]: "Cobre" });
    expect(await values(key)).toEqual(["Bronce", "Cobre"]);
    expect(await counted([{ key, operator: "EQ", value: "Bronce" }])).toBe(1);
  });

  it("changes it among several choices, and in the text that is searched", async () => {
    const { id, key } = await addChoice("MULTI_SELECT");
    await owner.ok(
      "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: MULTI_SELECT, searchable: true }) { id } }",
      { id, label: key },
    );
    await addClient(owner, { customFields: { [key]: ["Oro", "Bronce"] } });
    await addClient(owner, { customFields: { [key]: ["Plata"] } });
    expect(await rename(id, "Bronce", "Latón")).toMatchObject({ affected: 1 });
    expect(await values(key)).toEqual([["Oro", "Latón"], ["Plata"]]);
    expect(await owner.ok(`{ clientCount(filter: { search: "laton" }) }`)).toEqual({ clientCount: 1 });
  });

  it("rewrites saved filters, and only what names it [B8]", async () => {
    const { id, key } = await addChoice();
    const other = await addChoice();
    const conditions = [
      { key, operator: "EQ", value: "Oro" },
      { key, operator: "IN", value: ["Plata", "Oro"] },
      { key: other.key, operator: "EQ", value: "Oro" },
      { key, operator: "IS_SET" },
    ];
    const filter = await saveFilter(conditions);
    const untouched = await saveFilter([{ key: other.key, operator: "EQ", value: "Oro" }]);
    const renamed = await rename(id, "Oro", "Premium");
    expect(renamed).toMatchObject({ affected: 0, savedFilters: 1 });
    const after = [
      { ...conditions[0], value: "Premium" },
      { ...conditions[1], value: ["Plata", "Premium"] },
      conditions[2],
      conditions[3],
    ];
    expect(await conditionsOf(filter)).toMatchObject(after);
    expect(await conditionsOf(untouched)).toMatchObject([{ value: "Oro" }]);
    await owner.ok(UNDO, { id: renamed.operationId });
    expect(await conditionsOf(filter)).toMatchObject(conditions);
  });

  it.each([
    ["Oro", "plata", "to", "Ya hay una opción así"],
    ["Oro", "PLÁTA", "to", "Ya hay una opción así"],
    ["Oro", " ", "to", "Falta este dato"],
    ["oro", "Premium", "from", "No es una de las opciones"],
  ])("refuses %s → %s [F123]", async (from, to, path, message) => {
    const { id } = await addChoice();
    const refusal = await owner.refused(RENAME, { id, from, to });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path, message }] });
  });

  it("may change only its case, and nothing at all", async () => {
    const { id } = await addChoice();
    expect(await rename(id, "Oro", "ORO")).toMatchObject({
      customField: { options: ["ORO", "Plata", "Bronce"], version: 2 },
    });
    expect(await rename(id, "ORO", "ORO")).toMatchObject({
      affected: 0,
      operationId: null,
      customField: { version: 2 },
    });
  });

  it("notices that another was faster [F122]", async () => {
    const { id, key } = await addChoice();
    await addClient(owner, { customFields: { [key]: "Oro" } });
    const both = await Promise.all(
      ["Premium", "Top"].map((to) => owner.gql<Renamed>(RENAME, { id, from: "Oro", to, version: 1 })),
    );
    const [won] = both.filter(({ errors }) => errors.length === 0);
    const [lost] = both.filter(({ errors }) => errors.length > 0);
    expect(lost?.errors[0]?.extensions).toMatchObject({ code: "CONFLICT", version: 2 });
    expect(await values(key)).toEqual([won?.data?.renameCustomFieldOption.customField.options[0]]);
  });

  it("leaves no client behind that was getting the option at that moment", async () => {
    const { id, key } = await addChoice();
    const writes = Array.from({ length: 40 }, (_, i) =>
      owner.gql("mutation ($input: CreateClientInput!) { createClient(input: $input) { id } }", {
        input: { name: `C${i}`, customFields: { [key]: "Oro" } },
      }),
    );
    const renamed = await rename(id, "Oro", "Premium");
    const answers = await Promise.all(writes);
    const created = answers.filter(({ errors }) => errors.length === 0).length;
    for (const { errors } of answers.filter((answer) => answer.errors.length > 0)) {
      expect(errors[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        fields: [{ path: `customFields.${key}` }],
      });
    }
    expect(renamed.affected).toBe(created);
    expect(await values(key)).toEqual(Array(created).fill("Premium"));
  });
});

describe("taking a renaming back", () => {
  it("restores whoever still has the option, and says who has not", async () => {
    const { id, key } = await addChoice();
    await addClient(owner, { customFields: { [key]: "Oro" } });
    const moved = await addClient(owner, { customFields: { [key]: "Oro" } });
    const { operationId, undoableUntil } = await rename(id, "Oro", "Premium");
    expect(Date.parse(undoableUntil) - Date.now()).toBeGreaterThan(9 * 60_000);
    await setCustom(moved, { [key]: "Plata" });
    await addClient(owner, { customFields: { [key]: "Premium" } });
    const { undoRenameCustomFieldOption } = await owner.ok(UNDO, { id: operationId });
    expect(undoRenameCustomFieldOption).toMatchObject({
      restored: 2,
      skipped: 0,
      customField: { options: ["Oro", "Plata", "Bronce"], version: 3 },
    });
    expect(await values(key)).toEqual(["Oro", "Plata", "Oro"]);
    expect(await owner.refused(UNDO, { id: operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it("is refused once the option was changed again, or after ten minutes", async () => {
    const { id } = await addChoice();
    const first = await rename(id, "Oro", "Premium");
    const second = await rename(id, "Premium", "Top");
    expect(await owner.refused(UNDO, { id: first.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
    await owner.ok(UNDO, { id: second.operationId });
    expect(await owner.refused(UNDO, { id: second.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
    const third = await rename(id, "Bronce", "Latón");
    await api.pool.query("update option_change set created_at = created_at - interval '11 minutes' where id = $1", [
      third.operationId,
    ]);
    expect(await owner.refused(UNDO, { id: third.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
  });
});

describe("taking an option away", () => {
  const REMOVE = `mutation ($id: ID!, $option: String!, $replacement: String, $version: Int) {
    removeCustomFieldOption(id: $id, option: $option, replacement: $replacement, expectedVersion: $version) {
      affected savedFilters operationId customField { options version } } }`;
  interface Removed {
    removeCustomFieldOption: Renamed["renameCustomFieldOption"];
  }
  const remove = async (variables: object) => (await owner.ok<Removed>(REMOVE, variables)).removeCustomFieldOption;

  it("gives clients and saved filters another in its place, which merges two, and back [F120]", async () => {
    const { id, key } = await addChoice("MULTI_SELECT");
    await addClient(owner, { customFields: { [key]: ["Oro", "Plata"] } });
    await addClient(owner, { customFields: { [key]: ["Plata"] } });
    const last = await addClient(owner, { customFields: { [key]: ["Bronce"] } });
    const filter = await saveFilter([{ key, operator: "IN", value: ["Oro", "Plata"] }]);
    const merged = await remove({ id, option: "Plata", replacement: "Oro" });
    expect(merged).toMatchObject({
      affected: 2,
      savedFilters: 1,
      customField: { options: ["Oro", "Bronce"], version: 2 },
    });
    expect(await values(key)).toEqual([["Oro"], ["Oro"], ["Bronce"]]);
    expect(await conditionsOf(filter)).toMatchObject([{ value: ["Oro"] }]);
    expect(await owner.ok(USAGE, { id, option: "Oro" })).toEqual({ customFieldOptionUsage: 2 });
    for (const operator of ["EQ", "CONTAINS"]) expect(await counted([{ key, operator, value: ["Oro"] }])).toBe(2);
    expect(await counted([{ key, operator: "EQ", value: ["Oro", "Bronce"] }])).toBe(0);
    expect(await counted([{ key, operator: "NEQ", value: ["Oro"] }])).toBe((await counted([])) - 2);
    await setCustom(last, { [key]: ["Oro", "Bronce"] });
    expect(await counted([{ key, operator: "EQ", value: ["Oro", "Bronce"] }])).toBe(1);
    await setCustom(last, { [key]: ["Bronce"] });
    await owner.ok(UNDO, { id: merged.operationId });
    expect(await values(key)).toEqual([["Oro", "Plata"], ["Plata"], ["Bronce"]]);
    expect(await conditionsOf(filter)).toMatchObject([{ value: ["Oro", "Plata"] }]);
  });

  it("leaves clients without a value where nothing takes its place, and back", async () => {
    const { id, key } = await addChoice();
    const client = await addClient(owner, { customFields: { [key]: "Oro" } });
    await addClient(owner, { customFields: { [key]: "Plata" } });
    const everyone = await counted([]);
    const conditions = [
      { key, operator: "IN", value: ["Oro", "Plata"] },
      { key, operator: "IN", value: ["Oro"] },
      { key, operator: "NEQ", value: "Oro" },
    ];
    const filter = await saveFilter(conditions);
    expect(await owner.ok(FILTERS, { id, option: "Oro" })).toEqual({ customFieldOptionFilters: 1 });
    const removed = await remove({ id, option: "Oro" });
    expect(removed).toMatchObject({ affected: 1, savedFilters: 1, customField: { options: ["Plata", "Bronce"] } });
    // Without the option the other conditions would match more clients than before.
    expect(await conditionsOf(filter)).toEqual([{ ...conditions[0], value: ["Plata"] }, conditions[1], conditions[2]]);
    expect(await values(key)).toEqual(["Plata"]);
    expect(await counted([{ key, operator: "IS_SET" }])).toBe(1);
    expect(await counted([{ key, operator: "IS_NOT_SET" }])).toBe(everyone - 1);
    expect(await counted([{ key, operator: "EQ", value: "Oro" }])).toBe(0);
    expect(await owner.ok("query ($id: ID!) { customFieldUsage(id: $id) }", { id })).toEqual({ customFieldUsage: 1 });
    const refusal = await owner.gql(
      "mutation ($id: ID!, $input: UpdateClientInput!) { updateClient(id: $id, input: $input) { id } }",
      {
        id: client,
        input: { customFields: { [key]: "Oro" } },
      },
    );
    expect(refusal.errors[0]?.extensions).toMatchObject({ fields: [{ path: `customFields.${key}` }] });
    await owner.ok(UNDO, { id: removed.operationId });
    expect(await values(key)).toEqual(["Oro", "Plata"]);
    expect(await conditionsOf(filter)).toEqual(conditions);
  });

  it("tells before how many saved filters name it, whosever they are [F121]", async () => {
    const { id, key } = await addChoice("MULTI_SELECT");
    const other = await addChoice();
    await saveFilter([{ key, operator: "CONTAINS", value: ["Oro", "Plata"] }]);
    await saveFilter([
      { key, operator: "EQ", value: "Oro" },
      { key, operator: "IS_SET" },
    ]);
    await saveFilter([{ key: other.key, operator: "EQ", value: "Oro" }]);
    await owner.ok(`mutation { saveFilter(name: "Nada", filter: { customFields: null }) { id } }`);
    expect(await owner.ok(FILTERS, { id, option: "Oro" })).toEqual({ customFieldOptionFilters: 2 });
    expect(await owner.ok(FILTERS, { id, option: "Plata" })).toEqual({ customFieldOptionFilters: 1 });
    expect(await owner.ok(FILTERS, { id, option: "Bronce" })).toEqual({ customFieldOptionFilters: 0 });
    expect(await owner.refused(FILTERS, { id: randomUUID(), option: "Oro" })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("is found by its new name in the search box [F119]", async () => {
    const { id, key } = await addChoice();
    await owner.ok(
      "mutation ($id: ID!, $label: String!) { updateCustomField(id: $id, input: { label: $label, type: SELECT, searchable: true }) { id } }",
      { id, label: key },
    );
    await addClient(owner, { customFields: { [key]: "Bronce" } });
    await rename(id, "Bronce", "Azogue");
    const found = async (search: string) =>
      owner.ok("query ($search: String) { clientCount(filter: { search: $search }) }", { search });
    expect([await found("azogue"), await found("bronce")]).toEqual([{ clientCount: 1 }, { clientCount: 0 }]);
    await remove({ id, option: "Azogue" });
    expect(await found("azogue")).toEqual({ clientCount: 0 });
  });

  it("is refused for what is no option, the last one, and a definition that moved on [F122]", async () => {
    const { id } = await addChoice();
    expect(await owner.refused(REMOVE, { id, option: "Hierro" })).toMatchObject({ fields: [{ path: "option" }] });
    for (const replacement of ["Hierro", "Oro"]) {
      expect(await owner.refused(REMOVE, { id, option: "Oro", replacement })).toMatchObject({
        fields: [{ path: "replacement" }],
      });
    }
    await remove({ id, option: "Oro" });
    expect(await owner.refused(REMOVE, { id, option: "Plata", version: 1 })).toMatchObject({ code: "CONFLICT" });
    await remove({ id, option: "Plata" });
    expect(await owner.refused(REMOVE, { id, option: "Bronce" })).toMatchObject({ fields: [{ path: "option" }] });
  });
});
