import { z } from "zod";
import { optionalLongText, requiredText } from "../validation.ts";

/** From the least to the most urgent [F197]. */
export const taskPriorities = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;
export type TaskPriority = (typeof taskPriorities)[number];

/** Minutes before something is due that a reminder may be; four weeks at most. */
export const reminderMinutes = z.number().int().min(0).max(40_320);

/** The parts of a task as a person writes them [F194–F197]. */
export const taskFields = {
  title: requiredText(200),
  description: optionalLongText(10_000),
  dueAt: z.date().nullish(),
  dueOn: z.iso.date().nullish(),
  assigneeId: z.string().nullish(),
  priority: z.enum(taskPriorities).nullish(),
  remindMinutes: reminderMinutes.nullish(),
  done: z.boolean().nullish(),
};
const dueOnce = ({ dueAt, dueOn }: { dueAt?: Date | null | undefined; dueOn?: string | null | undefined }) =>
  !dueAt || !dueOn;
const oneDue = { path: ["dueOn"], message: "errors.oneDue" };

/** A new task. */
export const createTaskRules = z.object(taskFields).refine(dueOnce, oneDue);

/** A changed one: an absent field stays as it is, null clears what may be empty. */
export const updateTaskRules = z.object({ ...taskFields, title: taskFields.title.optional() }).refine(dueOnce, oneDue);
