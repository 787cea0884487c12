import { addDays } from "@clientela/shared/time/zoned";

/** The parts of one's day, in their order. */
export const taskGroups = ["overdue", "today", "tomorrow", "week", "later", "none"] as const;
export type TaskGroup = (typeof taskGroups)[number];

interface Due {
  dueAt: string | null;
}

/**
 * Which part of the day a task is in.
 * @param today the day it is where the business is, `2026-11-21`
 * @param dayOf the day of a moment where the business is
 */
export function groupOf({ dueAt }: Due, today: string, dayOf: (moment: string) => string, now: number): TaskGroup {
  if (!dueAt) return "none";
  if (Date.parse(dueAt) < now) return "overdue";
  const day = dayOf(dueAt);
  if (day <= today) return "today";
  if (day === addDays(today, 1)) return "tomorrow";
  return day <= lastOfWeek(today) ? "week" : "later";
}

/** The Sunday that a day's week ends with (ISO 8601). */
export const lastOfWeek = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00Z`).getUTCDay()) % 7);

/** Tasks, already in the order of their dates, by the parts of the day that have any. */
export function groupTasks<Each extends Due>(
  tasks: readonly Each[],
  today: string,
  dayOf: (moment: string) => string,
  now: number,
): { group: TaskGroup; tasks: Each[] }[] {
  const groups = new Map<TaskGroup, Each[]>();
  for (const task of tasks) {
    const group = groupOf(task, today, dayOf, now);
    groups.set(group, [...(groups.get(group) ?? []), task]);
  }
  return taskGroups.flatMap((group) => {
    const members = groups.get(group);
    return members ? [{ group, tasks: members }] : [];
  });
}
