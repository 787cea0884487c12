import { expect, test } from "vitest";
import { mergeOptions } from "./mergeOptions.ts";

test.each([
  [
    "renamed where it stands, others as they were typed",
    ["New", "B", "A"],
    ["A", "B"],
    ["A2", "B"],
    ["New", "B", "A2"],
  ],
  ["gone", ["New", "B", "A"], ["A", "B"], ["B"], ["New", "B"]],
  ["come back at its place", ["B", "C", "New"], ["B", "C"], ["A", "B", "C"], ["A", "B", "C", "New"]],
  ["changed to what was typed already", ["A", "B", "C"], ["A", "B"], ["C", "B"], ["C", "B"]],
  ["many at once", ["A", "B", "mine"], ["A", "B"], ["A", "X", "Y"], ["A", "X", "Y", "mine"]],
  ["none", ["mine"], [], [], ["mine"]],
])("an option is %s", (_case, typed, before, after, merged) => {
  expect(mergeOptions(typed, before, after)).toEqual(merged);
});
