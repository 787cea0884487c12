import type { ApolloClient } from "@apollo/client";
import { exactLocalTimeOf } from "@clientela/shared/time/zoned";
import { differingKeys } from "../../form/saveOnLatest.ts";
import type { TaskInput, TaskPriority } from "../../generated/schema.ts";
import { dueInput } from "./dueDay.ts";
import { TaskPanelDocument, type TaskRow_TaskFragment } from "./tasks.generated.ts";

/** A task as a form shows it: due on a day, at a time of the business's clocks where there is one. */
export interface TaskValues {
  title: string;
  day: string | null;
  time: string | null;
  assigneeId: string | null;
  priority: TaskPriority;
  remind: string | null;
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
  changed: { [K in keyof TaskValues]?: TaskValues[K] | number | null | undefined },
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

/** The values that differ in two versions of a task; a day and its time are one. */
export function differingValues(one: TaskRow_TaskFragment, other: TaskRow_TaskFragment, zone: string): string[] {
  const keys = differingKeys(valuesOf(one, zone), valuesOf(other, zone));
  return keys.includes("day") || keys.includes("time") ? [...new Set([...keys, "day", "time"])] : keys;
}

/** A task as it is now, or null where it is gone. */
export async function rereadTask(apollo: ApolloClient, id: string): Promise<TaskRow_TaskFragment | null> {
  const { data } = await apollo.query({ query: TaskPanelDocument, variables: { id }, fetchPolicy: "network-only" });
  return data?.task ?? null;
}
