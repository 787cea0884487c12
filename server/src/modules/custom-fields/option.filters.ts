import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { ChangedFilter } from "../../database/column-types.ts";
import type { Database } from "../../database/tables.ts";

interface Condition {
  key: string;
  operator: string;
  value?: unknown;
}

/** Names a custom field's option anew in every saved filter, and answers those that this changed. */
export async function renameInSavedFilters(
  db: Kysely<Database>,
  key: string,
  from: string,
  to: string,
): Promise<ChangedFilter[]> {
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? [...new Set(value.map((one) => (one === from ? to : one)))] : value === from ? to : value;
  return changeConditions(db, key, (condition) => ({ ...condition, value: named(condition.value) }));
}

/**
 * Leaves a custom field's option, which no client has any more, out of the lists of saved filters. A condition that would
 * match more clients without it goes on naming it, and so matches none.
 */
export function leaveOutOfSavedFilters(db: Kysely<Database>, key: string, option: string): Promise<ChangedFilter[]> {
  return changeConditions(db, key, (condition) => {
    if (condition.operator !== "IN" || !Array.isArray(condition.value)) return condition;
    const others = condition.value.filter((one) => one !== option);
    return others.length > 0 ? { ...condition, value: others } : condition;
  });
}

/** How many saved filters name an option of a custom field. */
export async function countFiltersNaming(db: Kysely<Database>, key: string, option: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from saved_filter
    where exists (select from jsonb_path_query(filter, '$.customFields[*]') condition
      where condition ->> 'key' = ${key} and condition -> 'value' @> to_jsonb(${option}::text))`.execute(db);
  return rows[0]?.count ?? 0;
}

async function changeConditions(
  db: Kysely<Database>,
  key: string,
  change: (condition: Condition) => Condition,
): Promise<ChangedFilter[]> {
  const rows = await db
    .selectFrom("saved_filter")
    .select(["id", "filter"])
    .where(sql<boolean>`filter @> ${JSON.stringify({ customFields: [{ key }] })}::jsonb`)
    .orderBy("id")
    .forUpdate()
    .execute();
  const changed: ChangedFilter[] = [];
  for (const { id, filter } of rows) {
    const { customFields } = filter as { customFields: Condition[] };
    const next = customFields.map((condition) => (condition.key === key ? change(condition) : condition));
    if (JSON.stringify(next) === JSON.stringify(customFields)) continue;
    const after = { ...filter, customFields: next };
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
