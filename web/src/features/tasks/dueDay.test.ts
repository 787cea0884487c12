import { expect, test } from "vitest";
import { dayNamed, dueInput } from "./dueDay.ts";

test.each([
  ["2026-11-18", ["2026-11-18", "2026-11-19", "2026-11-23"]],
  // On a Sunday and a Monday: next week is the one that begins on the Monday after.
  ["2026-11-22", ["2026-11-22", "2026-11-23", "2026-11-23"]],
  ["2026-11-23", ["2026-11-23", "2026-11-24", "2026-11-30"]],
])("on %s the days are called %j", (today, days) => {
  expect((["today", "tomorrow", "nextWeek"] as const).map((name) => dayNamed(name, today))).toEqual(days);
});

test("a day without a time is whole, with one it is a moment on the business's clocks", () => {
  expect(dueInput("2031-07-02", null, "Europe/Madrid")).toEqual({ dueAt: null, dueOn: "2031-07-02" });
  expect(dueInput("2031-07-02", "10:00", "Europe/Madrid")).toEqual({ dueAt: "2031-07-02T08:00:00.000Z", dueOn: null });
  expect(dueInput("2031-12-02", "10:00", "Europe/Madrid")).toEqual({ dueAt: "2031-12-02T09:00:00.000Z", dueOn: null });
  expect(dueInput(null, "10:00", "Europe/Madrid")).toEqual({ dueAt: null, dueOn: null });
});
