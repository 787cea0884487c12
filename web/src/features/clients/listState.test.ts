import { expect, test } from "vitest";
import {
  activeFilters,
  type ClientListState,
  defaultOrder,
  filterOf,
  orderAfterClick,
  readListState,
  withoutFilter,
  writeListState,
} from "./listState.ts";

const everything: ClientListState = {
  search: "pérez & co",
  status: ["PROSPECT", "INACTIVE"],
  tagIds: ["t1", "t2"],
  ownerIds: ["u1"],
  created: { from: "2026-01-01", to: null },
  order: { field: "NAME", direction: "DESC" },
};

test("a copied URL opens the same list", () => {
  const url = writeListState(new URLSearchParams(), everything).toString();
  expect(readListState(new URLSearchParams(url))).toEqual(everything);
});

test("the plain list has a plain URL, and other parts of the URL stay [F34]", () => {
  const plain = readListState(new URLSearchParams());
  expect(plain).toEqual({ search: "", status: [], tagIds: [], ownerIds: [], created: null, order: defaultOrder });
  expect(writeListState(new URLSearchParams("new=1&q=old"), plain).toString()).toBe("new=1");
});

test.each([
  ["status=NOBODY,CLIENT", { status: ["CLIENT"] }],
  ["created=SOMEDAY", { created: null }],
  ["created=tomorrow..2026-02-30", { created: { from: null, to: "2026-02-30" } }],
  ["sort=constructor", { order: defaultOrder }],
])("leaves out what it does not understand: %s", (query, expected) => {
  expect(readListState(new URLSearchParams(query))).toMatchObject(expected);
});

test("filters combine with search [F73]", () => {
  expect(filterOf(everything)).toEqual({
    search: "pérez & co",
    status: ["PROSPECT", "INACTIVE"],
    tagIds: ["t1", "t2"],
    ownerIds: ["u1"],
    createdAt: { from: "2026-01-01", to: null },
  });
  expect(filterOf({ ...everything, created: { preset: "LAST_MONTH" } })?.createdAt).toEqual({ preset: "LAST_MONTH" });
});

test("names the filters that are set and lets go of each", () => {
  expect(activeFilters(everything)).toEqual(["search", "status", "tagIds", "ownerIds", "created"]);
  const none = activeFilters(everything).reduce(withoutFilter, everything);
  expect(activeFilters(none)).toEqual([]);
  expect(filterOf(none)).toBeUndefined();
});

test("a column sorts texts from A, dates from the newest, and turns round", () => {
  expect(orderAfterClick(defaultOrder, "NAME")).toEqual({ field: "NAME", direction: "ASC" });
  expect(orderAfterClick({ field: "NAME", direction: "ASC" }, "NAME").direction).toBe("DESC");
  expect(orderAfterClick({ field: "NAME", direction: "ASC" }, "LAST_INTERACTION_AT").direction).toBe("DESC");
});
