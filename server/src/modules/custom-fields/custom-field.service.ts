import { customFieldRules, keyOfLabel } from "@clientela/shared/custom-fields/rules";
import { hasOptions, isContactType } from "@clientela/shared/custom-fields/types";
import { type Kysely, sql } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { requireVersion } from "../../core/changes.ts";
import { AppError, badInput, notFound, parseInput, taken } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { countWithOption, countWithValue } from "./custom-field.queries.ts";
import type { CustomFieldInput } from "./custom-field.types.ts";
import { beginWork } from "./custom-field.work.ts";
import { withOptions } from "./option.values.ts";

/** A definition as it is while nobody else may change it. */
export type LockedField = Awaited<ReturnType<typeof lockField>>;

/**
 * Adds a field after the others and answers its id.
 * @throws BAD_USER_INPUT, also when its key was ever used or its label is another's
 */
export function createCustomField(context: Context, input: CustomFieldInput): Promise<string> {
  const { key, label, type, options, required, searchable } = parseInput(customFieldRules, input);
  if (hasOptions(type) && !options?.length) throw badInput({ path: "options", key: "errors.required" });
  return changeFields(context, async (db) => {
    const free = key ?? (await freeKey(db, keyOfLabel(label)));
    const { id } = await db
      .insertInto("custom_field")
      .values(({ selectFrom }) => ({
        key: free,
        label,
        type,
        options: options ?? [],
        required: required ?? false,
        searchable: searchable ?? false,
        contact: isContactType(type),
        position: selectFrom("custom_field").select(sql<number>`coalesce(max(position) + 1, 0)`.as("next")),
      }))
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/**
 * Changes a field's definition; what is absent or null stays.
 * @throws NOT_FOUND; BAD_USER_INPUT; CONFLICT when it has moved past `expectedVersion` [F122]; ILLEGAL_STATE with a
 *   count when clients have values of the type, or an option, that would go
 */
export async function updateCustomField(
  context: Context,
  id: string,
  input: CustomFieldInput,
  expectedVersion?: number | null,
): Promise<void> {
  const { key, label, type, ...given } = parseInput(customFieldRules, input);
  await changeFields(context, async (db) => {
    const field = await lockField(db, id, expectedVersion);
    if (key && key !== field.key) throw badInput({ path: "key", key: "errors.keyFixed" });
    if (type !== field.type) await dropValues(db, field);
    const kept = hasOptions(type) ? field.options : [];
    const options = given.options ?? kept;
    if (hasOptions(type) && options.length === 0) throw badInput({ path: "options", key: "errors.required" });
    if (type === field.type) await refuseLosing(db, field, options);
    const { stored, written } = type === field.type ? withOptions(field, options) : { stored: {}, written: {} };
    const { required, searchable } = {
      required: given.required ?? field.required,
      searchable: given.searchable ?? field.searchable,
    };
    await db
      .updateTable("custom_field")
      .set({
        label,
        type,
        options,
        required,
        searchable,
        contact: field.contact || isContactType(type),
        stored: JSON.stringify(stored),
        written: JSON.stringify(written),
        version: field.version + 1,
      })
      .where("id", "=", field.id)
      .execute();
    if (searchable !== field.searchable) await beginWork(db, field);
  });
}

/**
 * Takes a field away. Its values are kept but no longer shown, and its key is never used again. It can be brought back
 * until it is purged.
 * @throws NOT_FOUND
 */
export async function deleteCustomField(context: Context, id: string): Promise<void> {
  await changeFields(context, async (db) => {
    const field = await lockField(db, id);
    await db
      .updateTable("custom_field")
      .set({ deleted_at: new Date(), deleted_by: viewerOf(context).userId })
      .where("id", "=", field.id)
      .execute();
    if (field.searchable) await beginWork(db, field);
  });
}

/**
 * Brings a deleted field back with what clients have in it.
 * @throws NOT_FOUND; BAD_USER_INPUT when another field has taken its name
 */
export async function restoreCustomField(context: Context, id: string): Promise<void> {
  await changeFields(context, async (db) => {
    const field = await lockDeleted(db, id);
    await db
      .updateTable("custom_field")
      .set({ deleted_at: null, deleted_by: null, version: field.version + 1 })
      .where("id", "=", field.id)
      .execute();
    if (field.searchable) await beginWork(db, field);
  });
}

/**
 * Takes a deleted field's values off all clients, for good. Timelines say nothing of it (ADR 20). Its definition stays
 * to tell what their old differences mean.
 * @throws NOT_FOUND
 */
export async function purgeCustomField(context: Context, id: string): Promise<void> {
  await changeFields(context, async (db) => {
    const field = await lockDeleted(db, id);
    const purged_at = new Date();
    await db.updateTable("custom_field").set({ purged_at }).where("id", "=", field.id).execute();
    await beginWork(db, { ...field, purged_at });
  });
}

/**
 * Puts the fields in an order.
 * @throws BAD_USER_INPUT unless each field in use is named once
 */
export async function reorderCustomFields(context: Context, ids: readonly string[]): Promise<void> {
  await changeFields(context, async (db) => {
    const fields = await db
      .selectFrom("custom_field")
      .select("id")
      .where("deleted_at", "is", null)
      .orderBy("id")
      .forUpdate()
      .execute();
    const named = new Set(distinctIds(ids));
    if (named.size !== fields.length || !fields.every(({ id }) => named.has(id))) {
      throw badInput({ path: "ids", key: "errors.everyField" });
    }
    await sql`update custom_field set position = place.n - 1
      from unnest(${[...named]}::uuid[]) with ordinality as place(id, n) where custom_field.id = place.id`.execute(db);
  });
}

/**
 * A field in use, locked until the transaction ends: clients that are just getting values of it come first or wait.
 * @throws NOT_FOUND; CONFLICT when it has moved past `expectedVersion`
 */
export async function lockField(db: Kysely<Database>, id: string, expectedVersion?: number | null) {
  const field = await lockedById(db, id).where("deleted_at", "is", null).executeTakeFirstOrThrow(notFound);
  requireVersion(field, expectedVersion);
  return field;
}

const lockDeleted = (db: Kysely<Database>, id: string): Promise<LockedField> =>
  lockedById(db, id)
    .where("deleted_at", "is not", null)
    .where("purged_at", "is", null)
    .executeTakeFirstOrThrow(notFound);

const lockedById = (db: Kysely<Database>, id: string) =>
  db.selectFrom("custom_field").selectAll().where("id", "=", uuidOrNull(id)).forUpdate();

/** Runs a change of definitions. */
export const changeFields = <T>(context: Context, work: (db: Kysely<Database>) => Promise<T>): Promise<T> =>
  transact(context.core, writtenBy(context), (_em, db) => work(db)).catch(
    taken({
      custom_field_key_key: { path: "key", key: "errors.fieldKeyExists" },
      custom_field_label_key: { path: "label", key: "errors.fieldExists" },
    }),
  );

/** The key itself or with the first number that makes it one of its own. */
async function freeKey(db: Kysely<Database>, key: string): Promise<string> {
  const rows = await db.selectFrom("custom_field").select("key").execute();
  const taken = new Set(rows.map((row) => row.key));
  let free = key;
  for (let number = 2; taken.has(free); number++) free = `${key}_${number}`;
  return free;
}

/**
 * Values of another type would be neither shown nor compared correctly. Values of deleted clients do not count: nobody
 * sees them.
 * @throws ILLEGAL_STATE with the number of clients that have a value
 */
async function dropValues(db: Kysely<Database>, field: LockedField): Promise<void> {
  const { key } = field;
  const count = await countWithValue(db, field);
  if (count > 0) throw new AppError("ILLEGAL_STATE", { key: "errors.fieldInUse", params: { count } }, [], { count });
  await sql`update client set custom = custom - ${key}::text
    where custom_keys(custom) ? ${key}`.execute(db);
}

/** @throws ILLEGAL_STATE naming the options that would go and how many clients have them */
async function refuseLosing(db: Kysely<Database>, field: LockedField, options: readonly string[]): Promise<void> {
  const used = [];
  for (const option of field.options.filter((known) => !options.includes(known))) {
    const count = await countWithOption(db, field, option);
    if (count > 0) used.push({ option, count });
  }
  const [first] = used;
  if (first) throw new AppError("ILLEGAL_STATE", { key: "errors.optionInUse", params: first }, [], { options: used });
}
