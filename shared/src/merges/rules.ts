import { z } from "zod";

/** How many clients become one at once, the survivor among them. */
export const MOST_MERGED = 10;
/** For so long a merge can be undone. */
export const UNDO_DAYS = 30;

/** Which clients become one, and whose value of a field wins; one that is named twice counts once. */
export const mergeRules = z.object({
  survivorId: z.string(),
  otherIds: z.array(z.string()).min(1).max(100),
  fields: z
    .record(z.string(), z.string())
    .nullish()
    .transform((fields) => fields ?? {}),
});
