import { hasOptions } from "@clientela/shared/custom-fields/types";
import { type Kysely, sql } from "kysely";
import type { Context } from "../../context.ts";
import { notFound } from "../../core/errors.ts";
import type { Database } from "../../database/tables.ts";
import { type CustomFieldRow, customFieldsOf } from "./custom-field.references.ts";
import { countFiltersNaming } from "./option.filters.ts";
import { valuesOfOption } from "./option.values.ts";

type Choice = Pick<CustomFieldRow, "key" | "type" | "options" | "stored">;

/** The condition that a client has an option of a choice, under whichever value it is stored. */
const withOption = ({ key, type, stored }: Choice, option: string) => {
  const documents = valuesOfOption({ stored }, option).map((value) =>
    JSON.stringify({ [key]: type === "MULTI_SELECT" ? [value] : value }),
  );
  return sql`custom @> any(${documents}::jsonb[])`;
};

/**
 * How many clients have a value of a field, be it one in use or a deleted one.
 * @throws NOT_FOUND
 */
export async function findFieldUsage({ core }: Context, id: string): Promise<number> {
  const field = customFieldsOf(core).get(id);
  if (!field || field.purged) throw notFound();
  return countWithValue(core.db, field);
}

/**
 * How many clients have an option of a field [F121].
 * @throws NOT_FOUND
 */
export function findOptionUsage(context: Context, id: string, option: string): Promise<number> {
  const field = inUse(context, id);
  return hasOptions(field.type) ? countWithOption(context.core.db, field, option) : Promise.resolve(0);
}

/**
 * How many saved filters name an option of a field.
 * @throws NOT_FOUND
 */
export function findOptionFilters(context: Context, id: string, option: string): Promise<number> {
  return countFiltersNaming(context.core.db, inUse(context, id).key, option);
}

/** How many clients, deleted ones left out, have a value of a field; options that were taken away are none. */
export function countWithValue(db: Kysely<Database>, { key, stored }: Choice): Promise<number> {
  const taken = Object.keys(stored).filter((value) => stored[value] === null);
  const left = taken.length === 0 ? sql`true` : sql`not (custom -> ${key}::text) <@ ${JSON.stringify(taken)}::jsonb`;
  return count(db, sql`deleted_at is null and custom_keys(custom) ? ${key} and ${left}`);
}

/** How many clients, deleted ones too, hold anything under a key. */
export const countHolders = (db: Kysely<Database>, key: string): Promise<number> =>
  count(db, sql`custom_keys(custom) ? ${key}`);

/** How many clients, deleted ones left out, have an option of a field. */
export const countWithOption = (db: Kysely<Database>, field: Choice, option: string): Promise<number> =>
  count(db, sql`deleted_at is null and ${withOption(field, option)}`);

async function count(db: Kysely<Database>, condition: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from client where ${condition}`.execute(db);
  return rows[0]?.count ?? 0;
}

function inUse({ core }: Context, id: string): CustomFieldRow {
  const field = customFieldsOf(core).get(id);
  if (!field || field.deleted) throw notFound();
  return field;
}
