import { expect, test } from "vitest";
import {
  activeFilters,
  type ClientListState,
  defaultOrder,
  filterOf,
  listState,
  orderAfterClick,
  stateOfFilter,
  withoutFilter,
} from "./listState.ts";

const everything: ClientListState = {
  search: "pérez & co",
  status: ["PROSPECT", "INACTIVE"],
  tagIds: ["t1", "t2"],
  ownerIds: ["u1"],
  listIds: ["l1"],
  teamIds: ["e1", "e2"],
  kind: ["COMPANY"],
  country: ["PA", "ES"],
  region: ["Panamá, Oeste", "50%2C"],
  city: ["Washington, D. C."],
  postalCode: ["0801"],
  language: ["es"],
  channel: ["FORM"],
  newsletterStatus: ["SUBSCRIBED"],
  created: { from: "2026-01-01", to: null },
  customFields: [
    { key: "level", operator: "IN", value: ["Gold", "a:b"] },
    { key: "visits", operator: "GTE", value: 5 },
    { key: "note", operator: "IS_NOT_SET" },
  ],
  order: { field: "NAME", direction: "DESC" },
};

test("a copied URL opens the same list", () => {
  const url = listState.write(new URLSearchParams(), everything).toString();
  expect(listState.read(new URLSearchParams(url))).toEqual(everything);
});

test("the plain list has a plain URL, and other parts of the URL stay [F34]", () => {
  const plain = listState.read(new URLSearchParams());
  expect(activeFilters(plain)).toEqual([]);
  expect(plain.order).toEqual(defaultOrder);
  expect(listState.write(new URLSearchParams("new=1&q=old"), plain).toString()).toBe("new=1");
});

test.each([
  ["status=NOBODY,CLIENT", { status: ["CLIENT"] }],
  ["created=SOMEDAY", { created: null }],
  ["created=tomorrow..2026-02-28", { created: { from: null, to: "2026-02-28" } }],
  ["created=2026-13-45..2026-02-30", { created: null }],
  ["kind=ROBOT,PERSON&channel=SMOKE", { kind: ["PERSON"], channel: [] }],
  [
    "field=level&field=level:SOUNDS:1&field=level:EQ:{&field=:EQ:1&field=a:IS_SET",
    { customFields: [{ key: "a", operator: "IS_SET" }] },
  ],
  ['field=a:EQ:null&field=a:EQ:1e999&field=a:EQ:{"b":1}&field=a:IN:[1,{}]&field=a:IN:[[]]', { customFields: [] }],
  ["sort=constructor", { order: defaultOrder }],
])("leaves out what it does not understand: %s", (query, expected) => {
  expect(listState.read(new URLSearchParams(query))).toMatchObject(expected);
});

test("filters combine with search, and a saved filter opens as it was [F73][F75]", () => {
  const { order: _, created, search, ...values } = everything;
  const filter = filterOf({ ...everything, search: ` ${search} ` });
  expect(filter).toEqual({ search, createdAt: created, ...values });
  expect(stateOfFilter(JSON.parse(JSON.stringify(filter)))).toEqual({ ...everything, order: defaultOrder });
  expect(filterOf(stateOfFilter({ createdAt: { preset: "LAST_MONTH" } }))).toEqual({
    createdAt: { preset: "LAST_MONTH" },
  });
  expect(filterOf(stateOfFilter({}))).toBeUndefined();
});

test("clients without an owner or a team stand first among the people and teams that are chosen", () => {
  const filter = { ownerIds: ["u1"], withoutOwner: true, withoutTeam: true };
  const state = stateOfFilter(filter);
  expect([state.ownerIds, state.teamIds]).toEqual([["none", "u1"], ["none"]]);
  expect(listState.write(new URLSearchParams(), state).toString()).toBe("owner=none%2Cu1&team=none");
  expect(filterOf(state)).toEqual(filter);
  expect(filterOf(listState.read(new URLSearchParams("owner=none")))).toEqual({ withoutOwner: true });
  expect(filterOf(stateOfFilter({ withoutOwner: false }))).toBeUndefined();
});

test("names the filters that are set and lets go of each", () => {
  expect(activeFilters(everything)).toHaveLength(Object.keys(everything).length - 1);
  const none = activeFilters(everything).reduce(withoutFilter, everything);
  expect(activeFilters(none)).toEqual([]);
  expect(filterOf(none)).toBeUndefined();
});

test("a column sorts texts from A, dates from the newest, and turns round", () => {
  expect(orderAfterClick(defaultOrder, "NAME")).toEqual({ field: "NAME", direction: "ASC" });
  expect(orderAfterClick({ field: "NAME", direction: "ASC" }, "NAME").direction).toBe("DESC");
  expect(orderAfterClick({ field: "NAME", direction: "ASC" }, "LAST_INTERACTION_AT").direction).toBe("DESC");
});

test("an address kept before goes on to mean the same", () => {
  const kept =
    "q=ana&status=PROSPECT%2CCLIENT&tag=t1%2Ct2&owner=none%2Cu1&city=Washington%252C+D.+C.&created=2026-01-01..&field=visits%3AGTE%3A5&sort=-name&saved=s1";
  expect(filterOf(listState.read(new URLSearchParams(kept)))).toEqual({
    search: "ana",
    status: ["PROSPECT", "CLIENT"],
    tagIds: ["t1", "t2"],
    ownerIds: ["u1"],
    withoutOwner: true,
    city: ["Washington, D. C."],
    createdAt: { from: "2026-01-01", to: null },
    customFields: [{ key: "visits", operator: "GTE", value: 5 }],
  });
  expect(listState.read(new URLSearchParams(kept)).order).toEqual({ field: "NAME", direction: "DESC" });
});
