import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../database/tables.ts";

interface Condition {
  key: string;
  value?: unknown;
}

/** Names a custom field's option anew in every saved filter, and answers in how many. */
export async function renameInSavedFilters(
  db: Kysely<Database>,
  key: string,
  from: string,
  to: string,
): Promise<number> {
  const rows = await db
    .selectFrom("saved_filter")
    .select(["id", "filter"])
    .where(sql<boolean>`filter @> ${JSON.stringify({ customFields: [{ key }] })}::jsonb`)
    .orderBy("id")
    .forUpdate()
    .execute();
  const named = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((one) => (one === from ? to : one)) : value === from ? to : value;
  let changed = 0;
  for (const { id, filter } of rows) {
    const { customFields } = filter as { customFields: Condition[] };
    const renamed = customFields.map((condition) =>
      condition.key === key ? { ...condition, value: named(condition.value) } : condition,
    );
    if (JSON.stringify(renamed) === JSON.stringify(customFields)) continue;
    const after = JSON.stringify({ ...filter, customFields: renamed });
    await db.updateTable("saved_filter").set({ filter: after }).where("id", "=", id).execute();
    changed += 1;
  }
  return changed;
}
