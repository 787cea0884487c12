import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClient, addPerson, addTeam, changeSettings, startBusiness } from "../../../test/business.ts";
import type { Caller } from "../../../test/caller.ts";

let api: Awaited<ReturnType<typeof startBusiness>>;
let owner: Caller;
let team: string;
const addField = (key: string, type: string, more: object = {}) =>
  owner.ok("mutation ($input: CustomFieldInput!) { createCustomField(input: $input) { id } }", {
    input: { key, label: key, type, ...more },
  });

const options = ["Oro", "Plata", "Bronce"];
const clients: [name: string, customFields: object][] = [
  [
    "Ana",
    {
      text: "Ñandú & 100% puro",
      size: 5,
      since: "2020-02-29",
      active: true,
      level: "Oro",
      topics: ["Oro", "Plata"],
      web: "https://ana.example/",
    },
  ],
  [
    "Berta",
    {
      text: "a_b",
      size: -1.5,
      since: "1969-12-31",
      active: false,
      level: "Plata",
      topics: ["Plata"],
      mail: "berta@example.com",
    },
  ],
  [
    "Carla",
    { text: "Ñandú", size: 100, since: "2024-01-01", level: "Oro", phone: "+34600123123", note: "línea 1\nlínea 2" },
  ],
  ["Diana", {}],
];
beforeAll(async () => {
  api = await startBusiness();
  owner = api.owner;
  await changeSettings(owner, { requireEmail: false });
  team = await addTeam(owner, "A");
  await addField("text", "TEXT");
  await addField("note", "LONG_TEXT", { searchable: true });
  await addField("size", "NUMBER");
  await addField("since", "DATE");
  await addField("active", "BOOLEAN");
  await addField("level", "SELECT", { options });
  await addField("topics", "MULTI_SELECT", { options });
  await addField("web", "URL");
  await addField("mail", "EMAIL");
  await addField("phone", "PHONE");
  for (const [name, customFields] of clients) await addClient(owner, { name, customFields, teamId: team });
});
afterAll(() => api.stop());

const LIST = `query ($conditions: [CustomFieldCondition!]) {
  clients(filter: { customFields: $conditions }, orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name } }
  clientCount(filter: { customFields: $conditions })
}`;
interface Found {
  clients: { totalCount: number; nodes: { name: string }[] };
  clientCount: number;
}
const found = async (caller: Caller, ...conditions: object[]) => {
  const { clients, clientCount } = await caller.ok<Found>(LIST, { conditions });
  const names = clients.nodes.map(({ name }) => name);
  expect([clients.totalCount, clientCount]).toEqual([names.length, names.length]);
  return names.map((name) => name[0]).join("");
};

describe("a filter on custom fields [F71]", () => {
  it.each<[key: string, operator: string, value: unknown, names: string]>([
    ["text", "EQ", "Ñandú", "C"],
    ["text", "EQ", " Ñandú ", "C"],
    ["text", "EQ", "nandu", ""],
    ["text", "NEQ", "Ñandú", "ABD"],
    ["text", "IN", ["Ñandú", "a_b"], "BC"],
    ["text", "CONTAINS", "NANDU", "AC"],
    ["text", "CONTAINS", "100%", "A"],
    ["text", "CONTAINS", "a_b", "B"],
    ["text", "CONTAINS", "%", "A"],
    ["text", "CONTAINS", "\\", ""],
    ["text", "IS_SET", null, "ABC"],
    ["text", "IS_NOT_SET", undefined, "D"],
    ["text", "EQ", "' or true --", ""],
    ["text", "CONTAINS", "' or true --", ""],
    ["note", "CONTAINS", "LINEA 2", "C"],
    ["size", "EQ", 5, "A"],
    ["size", "EQ", "5.00", "A"],
    ["size", "NEQ", 5, "BCD"],
    ["size", "IN", [5, "100"], "AC"],
    ["size", "GT", 5, "C"],
    ["size", "GTE", "5", "AC"],
    ["size", "LT", 0, "B"],
    ["size", "LTE", -1.5, "B"],
    ["size", "IS_SET", null, "ABC"],
    ["since", "EQ", "2020-02-29", "A"],
    ["since", "GT", "1969-12-30", "ABC"],
    ["since", "GTE", "2020-02-29", "AC"],
    ["since", "LT", "1970-01-01", "B"],
    ["since", "LTE", "2020-02-29", "AB"],
    ["since", "LT", "0001-01-02", ""],
    ["since", "IN", ["2024-01-01", "1969-12-31"], "BC"],
    ["active", "EQ", true, "A"],
    ["active", "NEQ", true, "BCD"],
    ["active", "EQ", false, "B"],
    ["active", "IS_NOT_SET", null, "CD"],
    ["level", "EQ", "Oro", "AC"],
    ["level", "IN", ["Plata", "Bronce"], "B"],
    ["level", "EQ", "an option of the past", ""],
    ["topics", "CONTAINS", "Plata", "AB"],
    ["topics", "EQ", ["Plata", "Oro"], "A"],
    ["topics", "EQ", "Oro", "A"],
    ["topics", "IN", ["Oro", "Bronce"], "A"],
    ["topics", "NEQ", "Oro", "BCD"],
    ["web", "EQ", "ana.example/", "A"],
    ["mail", "EQ", "BERTA@example.com", "B"],
    ["mail", "CONTAINS", "@Example", "B"],
    ["phone", "EQ", "+34 600 123 123", "C"],
    ["phone", "CONTAINS", "600 12", "C"],
  ])("%s %s %j finds %s", async (key, operator, value, names) => {
    expect(await found(owner, { key, operator, value })).toBe(names);
  });

  it("holds all conditions at once, whatever their types, and asks again with other values", async () => {
    const size = { key: "size", operator: "GT", value: 0 };
    expect(await found(owner, size, { key: "level", operator: "EQ", value: "Oro" })).toBe("AC");
    expect(await found(owner, size, { key: "text", operator: "EQ", value: "Ñandú" })).toBe("C");
    expect(await found(owner, { ...size, value: -2 }, { key: "level", operator: "EQ", value: "Plata" })).toBe("B");
    expect(await found(owner, { ...size, key: "since", value: "2000-01-01" }, { ...size, value: 50 })).toBe("C");
    expect(await found(owner)).toBe("ABCD");
  });

  it("goes with pages, facets and the viewer's teams", async () => {
    const stranger = (await addPerson(owner, "AGENT", "Berta", [await addTeam(owner, "B")])).caller;
    const agent = (await addPerson(owner, "AGENT", "Ana", [team])).caller;
    const condition = { key: "size", operator: "GT", value: -5 };
    expect(await found(agent, condition)).toBe("ABC");
    expect(await found(stranger, condition)).toBe("");
    const page = `query ($conditions: [CustomFieldCondition!], $after: String) {
      clients(filter: { customFields: $conditions }, first: 1, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const {
        clients,
      }: { clients: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
        await owner.ok(page, { conditions: [condition], after });
      seen.push(...clients.nodes.map(({ name }) => name));
      ({ endCursor: after, hasNextPage: more } = clients.pageInfo);
    }
    expect(seen).toEqual(["Carla", "Berta", "Ana"]);
  });

  it("is written in the query itself too", async () => {
    const query = `{ clients(filter: { customFields: [
      { key: "size", operator: IN, value: [5, 100] }, { key: "active", operator: EQ, value: true }] }) { nodes { name } } }`;
    expect(await owner.ok(query)).toEqual({ clients: { nodes: [{ name: "Ana" }] } });
  });

  it.each<[condition: object, path: string]>([
    [{ key: "none", operator: "EQ", value: "x" }, "key"],
    [{ key: "constructor", operator: "EQ", value: "x" }, "key"],
    [{ key: "text' or '1'='1", operator: "EQ", value: "x" }, "key"],
    [{ key: "\0", operator: "IS_SET" }, "key"],
    [{ key: "text", operator: "GT", value: "x" }, "operator"],
    [{ key: "active", operator: "IN", value: [true] }, "operator"],
    [{ key: "level", operator: "CONTAINS", value: "O" }, "operator"],
    [{ key: "text", operator: "EQ" }, "value"],
    [{ key: "text", operator: "EQ", value: null }, "value"],
    [{ key: "text", operator: "EQ", value: "" }, "value"],
    [{ key: "text", operator: "EQ", value: 5 }, "value"],
    [{ key: "text", operator: "EQ", value: "a\0b" }, "value"],
    [{ key: "text", operator: "CONTAINS", value: "\ud800" }, "value"],
    [{ key: "text", operator: "EQ", value: { $gt: "" } }, "value"],
    [{ key: "text", operator: "IN", value: "x" }, "value"],
    [{ key: "text", operator: "IN", value: [] }, "value"],
    [{ key: "text", operator: "IN", value: ["x", null] }, "value"],
    [{ key: "text", operator: "IN", value: Array(101).fill("x") }, "value"],
    [{ key: "size", operator: "GT", value: "1; drop table client" }, "value"],
    [{ key: "size", operator: "EQ", value: true }, "value"],
    [{ key: "since", operator: "LT", value: "2023-02-30" }, "value"],
    [{ key: "since", operator: "LT", value: "infinity" }, "value"],
    [{ key: "active", operator: "EQ", value: "true" }, "value"],
    [{ key: "topics", operator: "EQ", value: [] }, "value"],
    [{ key: "topics", operator: "CONTAINS", value: ["Oro", 5] }, "value"],
    [{ key: "mail", operator: "EQ", value: "nobody" }, "value"],
    [{ key: "phone", operator: "CONTAINS", value: "x" }, "value"],
  ])("refuses %j", async (condition, part) => {
    const refusal = await owner.refused(LIST.replace(/ {2}clientCount.*/, ""), { conditions: [condition] });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: `filter.customFields.0.${part}` }] });
  });

  it("refuses more conditions than anyone needs", async () => {
    const conditions = Array(21).fill({ key: "text", operator: "IS_SET" });
    const refusal = await owner.refused(LIST.replace(/ {2}clientCount.*/, ""), { conditions });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "filter.customFields" }] });
  });

  it("keeps up with what is written past the API", async () => {
    await api.pool.query(`update client set custom = custom || '{"size": 77}' where name = 'Diana'`);
    expect(await found(owner, { key: "size", operator: "GT", value: 50 })).toBe("CD");
    await api.pool.query(`update client set custom = '{}' where name = 'Diana'`);
    expect(await found(owner, { key: "size", operator: "GT", value: 50 })).toBe("C");
    const { rows } = await api.pool.query("select key, count(*)::int from custom_range group by key order by key");
    expect(rows).toEqual([
      { key: "since", count: 3 },
      { key: "size", count: 3 },
    ]);
  });
});
