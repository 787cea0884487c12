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
const values = async (key: string): Promise<unknown[]> => {
  const { rows } = await api.pool.query("select custom -> $1 as value from client where custom ? $1 order by id", [
    key,
  ]);
  return rows.map(({ value }) => value as unknown);
};
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
    const { client } = await owner.ok<{ client: { version: number; timeline: object } }>(
      `query ($id: ID!) { client(id: $id) { version timeline(first: 1) { nodes { actor { name } ... on ClientEditedEntry {
        changes { field before after } } } } } }`,
      { id: first },
    );
    expect(client).toEqual({
      version: 2,
      timeline: {
        nodes: [
          { actor: { name: "Olga" }, changes: [{ field: `customFields.${key}`, before: "Oro", after: "Premium" }] },
        ],
      },
    });
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
    const [kept, moved] = [
      await addClient(owner, { customFields: { [key]: "Oro" } }),
      await addClient(owner, { customFields: { [key]: "Oro" } }),
    ];
    const { operationId, undoableUntil } = await rename(id, "Oro", "Premium");
    expect(Date.parse(undoableUntil) - Date.now()).toBeGreaterThan(9 * 60_000);
    await setCustom(moved as string, { [key]: "Plata" });
    const since = await addClient(owner, { customFields: { [key]: "Premium" } });
    const { undoRenameCustomFieldOption } = await owner.ok(UNDO, { id: operationId });
    expect(undoRenameCustomFieldOption).toMatchObject({
      restored: 1,
      skipped: 1,
      customField: { options: ["Oro", "Plata", "Bronce"], version: 3 },
    });
    const { rows } = await api.pool.query("select id, custom ->> $1 as value from client where id = any($2)", [
      key,
      [kept, moved, since],
    ]);
    expect(Object.fromEntries(rows.map((row) => [row.id, row.value]))).toEqual({
      [kept as string]: "Oro",
      [moved as string]: "Plata",
      [since]: "Oro",
    });
    expect(await owner.refused(UNDO, { id: operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it("is refused once the option was changed again, or after ten minutes", async () => {
    const { id } = await addChoice();
    const first = await rename(id, "Oro", "Premium");
    const second = await rename(id, "Premium", "Top");
    expect(await owner.refused(UNDO, { id: first.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
    await rename(id, "Plata", "oro");
    await owner.ok(UNDO, { id: second.operationId });
    // Another option has taken the former name.
    expect(await owner.refused(UNDO, { id: first.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
    const third = await rename(id, "Bronce", "Latón");
    await api.pool.query(
      "update custom_field_rename set created_at = created_at - interval '11 minutes' where id = $1",
      [third.operationId],
    );
    expect(await owner.refused(UNDO, { id: third.operationId })).toMatchObject({ code: "ILLEGAL_STATE" });
  });
});
