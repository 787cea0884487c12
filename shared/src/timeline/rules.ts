import { z } from "zod";
import { optionalText } from "../validation.ts";

export const manualKinds = ["NOTE", "CALL", "MEETING"] as const;
export const contactKinds = ["CONTACT_CREATED", "CONTACT_EDITED", "CONTACT_ACTIVATED", "CONTACT_DEACTIVATED"] as const;
export const taskKinds = ["TASK_CREATED", "TASK_DONE", "TASK_REOPENED"] as const;
export const appointmentKinds = ["APPOINTMENT_CREATED", "APPOINTMENT_MOVED", "APPOINTMENT_CANCELLED"] as const;
export const automaticKinds = [
  "CLIENT_CREATED",
  "CLIENT_EDITED",
  "STATUS_CHANGED",
  "CLIENT_DELETED",
  "NEWSLETTER_CHANGED",
  ...contactKinds,
  "CONTACT_DATA_REVEALED",
  ...taskKinds,
  ...appointmentKinds,
] as const;
export const timelineKinds = [...manualKinds, ...automaticKinds] as const;
export type TimelineKind = (typeof timelineKinds)[number];
export const timelineStages = ["PROSPECT", "QUOTE", "SALE", "AFTER_SALE"] as const;

/** A manual activity: the description is required [F102]. */
export const timelineEntryRules = z.object({
  kind: z.enum(manualKinds, "errors.manualKind").nullish(),
  title: optionalText(200),
  description: z.string().trim().min(1).max(50_000),
  stage: z.enum(timelineStages).nullish(),
  tagIds: z.array(z.string()).max(50).nullish(),
  occurredAt: z.date().nullish(),
});
