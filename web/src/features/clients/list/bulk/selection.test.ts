import { expect, test } from "vitest";
import { resultCounts } from "./results.ts";
import { apiSelection, isSelected, nothingSelected, toggleLoaded, toggleRow } from "./selection.ts";

const rows = ["a", "b", "c", "d", "e"];
const ids = (selected: typeof nothingSelected) => [...selected.ids].sort().join("");

test("a row is ticked and unticked, and Shift takes all since the last one, in either direction [F77]", () => {
  const one = toggleRow(nothingSelected, rows, "d", false);
  expect(ids(one)).toBe("d");
  expect(ids(toggleRow(one, rows, "b", true))).toBe("bcd");
  const two = toggleRow(toggleRow(nothingSelected, rows, "a", false), rows, "e", true);
  expect(ids(two)).toBe("abcde");
  expect(ids(toggleRow(two, rows, "c", true))).toBe("ab");
  expect(ids(toggleRow(one, rows, "d", false))).toBe("");
});

test("the head ticks what is loaded, and everything that matches is named by the filter [F77]", () => {
  const page = toggleLoaded(nothingSelected, rows);
  expect(apiSelection(page, { status: ["CLIENT"] })).toEqual({ ids: rows });
  expect(ids(toggleLoaded(page, rows))).toBe("");
  const all = { ...page, all: true };
  expect(isSelected(all, "not loaded")).toBe(true);
  expect(apiSelection(all, { status: ["CLIENT"] })).toEqual({ filter: { status: ["CLIENT"] } });
  expect(apiSelection(all, undefined)).toEqual({ filter: {} });
  expect(apiSelection(toggleRow(all, rows, "b", false), undefined)).toEqual({ ids: ["a", "c", "d", "e"] });
});

test("a result tells changed, already so and skipped apart", () => {
  const skipped = [{}, {}];
  expect(resultCounts({ matched: 9, changed: 5, skipped }, { named: 10, processed: null })).toEqual({
    changed: 5,
    same: 3,
    skipped: 2,
    stoppedAt: null,
  });
  expect(resultCounts({ matched: 100, changed: 40, skipped: [] }, { named: null, processed: 50 })).toEqual({
    changed: 40,
    same: 10,
    skipped: 0,
    stoppedAt: 50,
  });
});
