import { z } from "zod";
import { requiredText } from "../validation.ts";

export const clientListRules = z.object({ name: requiredText(80), newsletter: z.boolean().nullish() });
