import { z } from "zod";

/** Of how a backup is written; raised when an older Clientela could not read it any more. */
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

/** What a text says, or undefined where it is not of that form: a backup comes from anywhere. */
export function readJson<T extends z.ZodType>(rules: T, text: string): z.output<T> | undefined {
  try {
    return rules.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Tables that are not kept: who has a copy of the data is nobody's session, a link that was asked for on one machine does
 * not open another, and failed tries are counted anew. Migrations are made, not copied.
 */
export const LEFT_OUT = ["session", "known_browser", "password_reset", "set_up", "rate_limit", "mikro_orm_migrations"];

/** What is told of a backup that nobody who writes backups wrote so. */
export const NOT_AS_SAID = "The backup does not hold what it says: take another one.";
