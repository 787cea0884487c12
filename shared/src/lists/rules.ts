import { z } from "zod";
import { requiredText } from "../validation.ts";

/** Why somebody who had unsubscribed is put back on a newsletter [F116]. */
export const resubscribeRules = z.object({ reason: z.string().trim().min(5).max(500) });

export const clientListRules = z.object({ name: requiredText(80), newsletter: z.boolean().nullish() });
