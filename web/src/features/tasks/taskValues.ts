import { exactLocalTimeOf } from "@clientela/shared/time/zoned";
import type { TaskInput, TaskPriority } from "../../generated/schema.ts";
import { dueInput } from "./dueDay.ts";
import type { TaskRow_TaskFragment } from "./tasks.generated.ts";

/** A task as a form shows it: due on a day, at a time of the business's clocks where there is one. */
export interface TaskValues {
  title: string;
  day: string | null;
  time: string | null;
  assigneeId: string | null;
  priority: TaskPriority;
  /** As a field of the form holds it, or as the rules make it. */
  remind: string | number | null;
  description: string | null;
}

export function valuesOf(task: TaskRow_TaskFragment, zone: string): TaskValues {
  const [day, time] = task.dueAt && !task.dueOn ? exactLocalTimeOf(task.dueAt, zone).split("T") : [task.dueOn, null];
  return {
    title: task.title,
    day: day ?? null,
    time: time ?? null,
    assigneeId: task.assignee?.id ?? null,
    priority: task.priority,
    remind: task.remindMinutes?.toString() ?? null,
    description: task.description,
  };
}

/** The API's input of the changed values; the day and the time are one, and what was not changed of them is `before`'s. */
export function inputOf(
  changed: Partial<TaskValues>,
  before: Pick<TaskValues, "day" | "time">,
  zone: string,
): TaskInput {
  const { day, time, remind, ...rest } = changed;
  const due = { ...before, ...("day" in changed && { day }), ...("time" in changed && { time }) } as typeof before;
  return {
    ...(rest as TaskInput),
    ...(("day" in changed || "time" in changed) && dueInput(due.day, due.time, zone)),
    ...("remind" in changed && { remindMinutes: remind == null ? null : Number(remind) }),
  };
}
