import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../database/tables.ts";

interface Condition {
  key: string;
  value?: unknown;
}

/** A saved filter before and after a change. */
export interface ChangedFilter {
  id: string;
  before: object;
  after: object;
}

/** Names a custom field's option anew in every saved filter, and answers those that this changed. */
export async function renameInSavedFilters(
  db: Kysely<Database>,
  key: string,
  from: string,
  to: string,
): Promise<ChangedFilter[]> {
  const rows = await db
    .selectFrom("saved_filter")
    .select(["id", "filter"])
    .where(sql<boolean>`filter @> ${JSON.stringify({ customFields: [{ key }] })}::jsonb`)
    .orderBy("id")
    .forUpdate()
    .execute();
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? [...new Set(value.map((one) => (one === from ? to : one)))] : value === from ? to : value;
  const changed: ChangedFilter[] = [];
  for (const { id, filter } of rows) {
    const { customFields } = filter as { customFields: Condition[] };
    const renamed = customFields.map((condition) =>
      condition.key === key ? { ...condition, value: named(condition.value) } : condition,
    );
    if (JSON.stringify(renamed) === JSON.stringify(customFields)) continue;
    const after = { ...filter, customFields: renamed };
    await db
      .updateTable("saved_filter")
      .set({ filter: JSON.stringify(after) })
      .where("id", "=", id)
      .execute();
    changed.push({ id, before: filter as object, after });
  }
  return changed;
}

/** Makes saved filters what they were before, unless somebody changed them since. */
export async function restoreSavedFilters(db: Kysely<Database>, changed: readonly ChangedFilter[]): Promise<void> {
  await sql`update saved_filter set filter = changed.before
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) changed(id uuid, before jsonb, after jsonb)
    where saved_filter.id = changed.id and saved_filter.filter = changed.after`.execute(db);
}
