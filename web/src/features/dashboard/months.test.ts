import { expect, test } from "vitest";
import { daysOfMonth } from "./months.ts";

test("a month ends with its last day, in leap years and at the end of a year too", () => {
  expect(daysOfMonth("2026-11-01")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  expect(daysOfMonth("2028-02-01")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOfMonth("2025-12-01")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
});
