import { z } from "zod";
import { type ClientColumnKey, type ClientListSettings, clientColumns, customKeyOfColumn } from "./columns.ts";

const known: ReadonlySet<string> = new Set(clientColumns);

const columnRules = z.custom<ClientColumnKey>(
  (column) => typeof column === "string" && (known.has(column) || customKeyOfColumn(column) !== null),
  "errors.unknownColumn",
);

/** How a person has the client list: `columns` in their order, null for the usual ones. */
export const clientListSettingsRules = z.object({
  columns: z
    .array(columnRules)
    .max(60)
    .transform((columns) => [...new Set(columns)])
    .nullish()
    .transform((columns) => columns ?? null),
  compact: z.boolean(),
}) satisfies z.ZodType<ClientListSettings>;
