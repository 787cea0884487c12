import { expect, test } from "vitest";
import {
  activeFilters,
  type ClientListState,
  defaultOrder,
  filterOf,
  orderAfterClick,
  readListState,
  stateOfFilter,
  withoutFilter,
  writeListState,
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
  const url = writeListState(new URLSearchParams(), everything).toString();
  expect(readListState(new URLSearchParams(url))).toEqual(everything);
});

test("the plain list has a plain URL, and other parts of the URL stay [F34]", () => {
  const plain = readListState(new URLSearchParams());
  expect(activeFilters(plain)).toEqual([]);
  expect(plain.order).toEqual(defaultOrder);
  expect(writeListState(new URLSearchParams("new=1&q=old"), plain).toString()).toBe("new=1");
});

test.each([
  ["status=NOBODY,CLIENT", { status: ["CLIENT"] }],
  ["created=SOMEDAY", { created: null }],
  ["created=tomorrow..2026-02-30", { created: { from: null, to: "2026-02-30" } }],
  ["kind=ROBOT,PERSON&channel=SMOKE", { kind: ["PERSON"], channel: [] }],
  [
    "field=level&field=level:SOUNDS:1&field=level:EQ:{&field=:EQ:1&field=a:IS_SET",
    { customFields: [{ key: "a", operator: "IS_SET" }] },
  ],
  ["sort=constructor", { order: defaultOrder }],
])("leaves out what it does not understand: %s", (query, expected) => {
  expect(readListState(new URLSearchParams(query))).toMatchObject(expected);
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
  expect(writeListState(new URLSearchParams(), state).toString()).toBe("owner=none%2Cu1&team=none");
  expect(filterOf(state)).toEqual(filter);
  expect(filterOf(readListState(new URLSearchParams("owner=none")))).toEqual({ withoutOwner: true });
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
