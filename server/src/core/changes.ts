import { type EntityClass, LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { AppError, notFound } from "./errors.ts";
import { uuidOrNull } from "./scalars.ts";

/**
 * A record of the whole business, locked until the transaction ends; `lockOnClient` is for what hangs on a client.
 * @throws NOT_FOUND
 */
export async function lockRecord<T extends { id: string }>(
  em: EntityManager,
  type: EntityClass<T>,
  id: string,
): Promise<T> {
  const record = uuidOrNull(id) && (await em.findOne<T>(type, id as never, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!record) throw notFound();
  return record;
}

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
