import { hasOptions } from "@clientela/shared/custom-fields/rules";
import { type Kysely, sql } from "kysely";
import type { Context } from "../../context.ts";
import { notFound } from "../../core/errors.ts";
import type { Database } from "../../database/tables.ts";
import type { CustomFieldRow } from "./custom-field.references.ts";

/** The value of a client that has an option, as a document that `custom` contains. */
export const withOption = ({ key, type }: Pick<CustomFieldRow, "key" | "type">, option: string): string =>
  JSON.stringify({ [key]: type === "MULTI_SELECT" ? [option] : option });

/**
 * How many clients have a value of a field.
 * @throws NOT_FOUND
 */
export const findFieldUsage = (context: Context, id: string): Promise<number> =>
  countWithValue(context.core.db, inUse(context, id).key);

/**
 * How many clients have an option of a field [F121].
 * @throws NOT_FOUND
 */
export function findOptionUsage(context: Context, id: string, option: string): Promise<number> {
  const field = inUse(context, id);
  return hasOptions(field.type) ? countWithOption(context.core.db, field, option) : Promise.resolve(0);
}

/** How many clients, deleted ones left out, have a value of a field. */
export const countWithValue = (db: Kysely<Database>, key: string): Promise<number> =>
  count(db, sql`custom_keys(custom) ? ${key}`);

/** How many clients, deleted ones left out, have an option of a field. */
export const countWithOption = (
  db: Kysely<Database>,
  field: Pick<CustomFieldRow, "key" | "type">,
  option: string,
): Promise<number> => count(db, sql`custom @> ${withOption(field, option)}::jsonb`);

async function count(db: Kysely<Database>, condition: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from client where deleted_at is null and ${condition}`.execute(db);
  return rows[0]?.count ?? 0;
}

function inUse({ core }: Context, id: string): CustomFieldRow {
  const field = core.references.customFields.get(id);
  if (!field || field.deleted) throw notFound();
  return field;
}
