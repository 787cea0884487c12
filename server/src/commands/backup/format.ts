import { z } from "zod";

/** The version of the format; raised when an older Clientela could not read it any more. */
export const FORMAT = 1;

/** What a backup begins with. */
export const headerRules = z.object({
  format: z.number(),
  madeAt: z.string(),
  /** The migrations that had made the database, in their order. */
  migrations: z.array(z.string()),
  /** The columns of each table's rows, in the order in which they are written. */
  tables: z.record(z.string(), z.array(z.string())),
});
export type Header = z.output<typeof headerRules>;

/** What a backup ends with. */
export const summaryRules = z.object({
  /** Rows of each table. */
  rows: z.record(z.string(), z.number()),
  files: z.number(),
  /** Keys of files whose bytes were taken away for good while the backup was made. */
  gone: z.array(z.string()),
});
export type Summary = z.output<typeof summaryRules>;

/** The parsed text, or undefined if it has not that form: a backup comes from anywhere. */
export function readJson<T extends z.ZodType>(rules: T, text: string): z.output<T> | undefined {
  try {
    return rules.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Tables that are not kept. A copy of the data must not hold sessions; a link made on one machine opens no other;
 * failed tries are counted anew. Migrations are made, not copied.
 */
export const LEFT_OUT = ["session", "known_browser", "password_reset", "set_up", "rate_limit", "mikro_orm_migrations"];

/** The error for a file that no Clientela wrote this way. */
export const NOT_AS_SAID = "The backup does not hold what it says: take another one.";
