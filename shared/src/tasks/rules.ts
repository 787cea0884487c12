import { z } from "zod";
import { optionalText, requiredText } from "../validation.ts";

/** From the least to the most urgent [F197]. */
export const taskPriorities = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;
export type TaskPriority = (typeof taskPriorities)[number];

/** Minutes before something is due that a reminder may be; four weeks at most. */
export const reminderMinutes = z.number().int().min(0).max(40_320);

/** The time of day, in the business's time zone, that reminders of tasks due on a whole day count from. */
export const WHOLE_DAY_REMINDER = "09:00";

/** A task as a person writes it: an absent field stays as it is, null clears it [F194–F197]. */
export const taskRules = z
  .object({
    title: requiredText(200),
    description: optionalText(10_000),
    dueAt: z.date().nullish(),
    dueOn: z.iso.date().nullish(),
    assigneeId: z.string().nullish(),
    priority: z.enum(taskPriorities).nullish(),
    remindMinutes: reminderMinutes.nullish(),
    done: z.boolean().nullish(),
  })
  .refine(({ dueAt, dueOn }) => !dueAt || !dueOn, { path: ["dueOn"], message: "errors.oneDue" });
