import { AppError } from "./errors.ts";

/**
 * Refuses a change that was made on another version of a record.
 * @throws CONFLICT with the version there is
 */
export function requireVersion({ version }: { version: number }, expected: number | null | undefined): void {
  if (expected == null || version === expected) return;
  throw new AppError("CONFLICT", { key: "errors.conflict" }, [], { version });
}

/** The fields that an input gives: an absent one stays as it is. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
