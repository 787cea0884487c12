import { z } from "zod";
import { optionalText, requiredText } from "../validation.ts";

/** CUSTOM stands for the kinds that the business defined itself. */
export const manualKinds = ["NOTE", "CALL", "MEETING", "CUSTOM"] as const;
export const contactKinds = ["CONTACT_CREATED", "CONTACT_EDITED", "CONTACT_ACTIVATED", "CONTACT_DEACTIVATED"] as const;
export const taskKinds = ["TASK_CREATED", "TASK_DONE", "TASK_REOPENED"] as const;
export const appointmentKinds = ["APPOINTMENT_CREATED", "APPOINTMENT_MOVED", "APPOINTMENT_CANCELLED"] as const;
export const fileKinds = ["FILE_ADDED", "FILE_DELETED", "FILE_RESTORED"] as const;
export const automaticKinds = [
  "CLIENT_CREATED",
  "CLIENT_EDITED",
  "STATUS_CHANGED",
  "CLIENT_DELETED",
  "CLIENT_MERGED",
  "CLIENT_MERGE_UNDONE",
  "NEWSLETTER_CHANGED",
  ...contactKinds,
  "CONTACT_DATA_REVEALED",
  ...taskKinds,
  ...appointmentKinds,
  ...fileKinds,
] as const;
/** Agents see only their own of these: who had hidden contact data revealed is for management to know. */
export const privateKinds = ["CONTACT_DATA_REVEALED"] as const;
export const timelineKinds = [...manualKinds, ...automaticKinds] as const;
export type TimelineKind = (typeof timelineKinds)[number];
export const timelineStages = ["PROSPECT", "QUOTE", "SALE", "AFTER_SALE"] as const;

/** How many files one activity holds at most. */
export const maxFilesOfEntry = 20;

/** A manual activity: the description is required [F102], as is which one of a kind of the business's own [F105]. */
const entryFields = {
  kind: z.enum(manualKinds, "errors.manualKind").nullish(),
  customKindId: z.string().nullish(),
  title: optionalText(200),
  description: z.string().trim().min(1).max(50_000),
  stage: z.enum(timelineStages).nullish(),
  contactId: z.string().nullish(),
  tagIds: z.array(z.string()).max(50).nullish(),
  fileIds: z.array(z.string()).max(maxFilesOfEntry).nullish(),
  occurredAt: z.date().nullish(),
};
const kindFits = ({
  kind,
  customKindId,
}: {
  kind?: string | null | undefined;
  customKindId?: string | null | undefined;
}) => (kind === "CUSTOM") === Boolean(customKindId) || (!kind && !customKindId);
const customKindNeeded = { path: ["customKindId"], error: "errors.customKind" };
export const timelineEntryRules = z.object(entryFields).refine(kindFits, customKindNeeded);

/** A changed one: an absent field stays as it is. */
export const updateTimelineEntryRules = z
  .object({ ...entryFields, description: entryFields.description.optional() })
  .refine(kindFits, customKindNeeded);

/** The pictures that a kind of activity of the business's own may have. */
export const activityIcons = [
  "star",
  "visit",
  "demo",
  "delivery",
  "support",
  "training",
  "contract",
  "payment",
  "gift",
  "photo",
  "tool",
  "flag",
] as const;
export type ActivityIcon = (typeof activityIcons)[number];

/** A kind of activity of the business's own. */
export const activityKindRules = z.object({
  label: requiredText(40),
  icon: z.enum(activityIcons),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "errors.format.color")
    .transform((color) => color.toLowerCase()),
});
