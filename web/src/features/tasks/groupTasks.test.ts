import { expect, test } from "vitest";
import { groupOf, groupTasks, lastOfWeek } from "./groupTasks.ts";

/** A Wednesday, noon. */
const today = "2026-11-18";
const now = Date.parse("2026-11-18T12:00Z");
const dayOf = (moment: string) => moment.slice(0, 10);

test.each([
  [null, "none"],
  ["2026-11-17T23:59Z", "overdue"],
  ["2026-11-18T11:59Z", "overdue"],
  ["2026-11-18T12:00Z", "today"],
  ["2026-11-18T23:59Z", "today"],
  ["2026-11-19T00:00Z", "tomorrow"],
  ["2026-11-20T00:00Z", "week"],
  ["2026-11-22T23:59Z", "week"],
  ["2026-11-23T00:00Z", "later"],
])("what is due at %s is in the part %s", (dueAt, group) => {
  expect(groupOf({ dueAt }, today, dayOf, now)).toBe(group);
});

test("a week ends on its Sunday, on a Sunday that day", () => {
  expect(lastOfWeek("2026-11-16")).toBe("2026-11-22");
  expect(lastOfWeek("2026-11-22")).toBe("2026-11-22");
});

test("tomorrow comes before the rest of the week, also when it is Monday", () => {
  expect(groupOf({ dueAt: "2026-11-23T10:00Z" }, "2026-11-22", dayOf, Date.parse("2026-11-22T09:00Z"))).toBe(
    "tomorrow",
  );
});

test("parts without a task are left out, and tasks keep their order", () => {
  const tasks = [{ dueAt: "2026-11-01T00:00Z" }, { dueAt: "2026-11-02T00:00Z" }, { dueAt: null }];
  expect(groupTasks(tasks, today, dayOf, now)).toEqual([
    { group: "overdue", tasks: tasks.slice(0, 2) },
    { group: "none", tasks: tasks.slice(2) },
  ]);
});
