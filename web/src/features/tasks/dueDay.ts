import { addDays, momentOf } from "@clientela/shared/time/zoned";
import type { TaskInput } from "../../generated/schema.ts";
import { lastOfWeek } from "./groupTasks.ts";

/** Days that a task is put off to by their name. */
export const namedDays = ["today", "tomorrow", "nextWeek"] as const;
export type NamedDay = (typeof namedDays)[number];

/** The day that a name means; next week begins on its Monday. */
export function dayNamed(name: NamedDay, today: string): string {
  switch (name) {
    case "today":
      return today;
    case "tomorrow":
      return addDays(today, 1);
    case "nextWeek":
      return addDays(lastOfWeek(today), 1);
  }
}

/** When a task is due, as the API takes it: with a time a moment on the business's clocks, else the whole day. */
export function dueInput(
  day: string | null | undefined,
  time: string | null | undefined,
  timeZone: string,
): Pick<TaskInput, "dueAt" | "dueOn"> {
  if (!day) return { dueAt: null, dueOn: null };
  return time
    ? { dueAt: momentOf(`${day}T${time}`, timeZone).toISOString(), dueOn: null }
    : { dueAt: null, dueOn: day };
}
