import { optionRules } from "@clientela/shared/custom-fields/rules";
import { hasOptions } from "@clientela/shared/custom-fields/types";
import { foldText } from "@clientela/shared/normalize/fold";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Context, Core } from "../../context.ts";
import { badInput, illegalState, notFound, parseInput } from "../../core/errors.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { ChangedFilter } from "../../database/column-types.ts";
import type { Database } from "../../database/tables.ts";
import { countWithOption } from "./custom-field.queries.ts";
import { changeFields, type LockedField, lockField } from "./custom-field.service.ts";
import { beginWork } from "./custom-field.work.ts";
import { leaveOutOfSavedFilters, renameInSavedFilters, restoreSavedFilters } from "./option.filters.ts";
import { renamed, replaced } from "./option.values.ts";

type Choice = Pick<LockedField, "options" | "stored" | "written">;

const UNDO_TIME = sql`interval '10 minutes'`;

/**
 * Renames an option everywhere in one transaction: in the definition, and so in every client, and in every saved
 * filter [F120].
 * @throws NOT_FOUND; BAD_USER_INPUT when there is no such option, or another that reads the same [F123]; CONFLICT when
 *   the definition has moved past `expectedVersion` [F122]
 */
export async function renameOption(
  context: Context,
  id: string,
  { from, to: given, expectedVersion }: { from: string; to: string; expectedVersion: number | null },
) {
  const { to } = parseInput(z.object({ to: optionRules }), { to: given });
  return changeFields(context, async (db) => {
    const field = await lockChoice(db, id, { path: "from", option: from }, expectedVersion);
    if (field.options.some((option) => option !== from && foldText(option) === foldText(to))) {
      throw badInput({ path: "to", key: "errors.optionExists" });
    }
    if (from === to) return { fieldId: field.id, affected: 0, savedFilters: 0, operationId: null, undoableUntil: null };
    const options = field.options.map((option) => (option === from ? to : option));
    return changeOptions(db, field, { from, to }, { options, ...renamed(field, from, to) });
  });
}

/**
 * Takes an option away that clients have: they get another in its place, or none.
 * @throws as `renameOption`; BAD_USER_INPUT on `replacement` when that is no other option, and when no option is left
 */
export function removeOption(
  context: Context,
  id: string,
  {
    option,
    replacement,
    expectedVersion,
  }: { option: string; replacement: string | null; expectedVersion: number | null },
) {
  return changeFields(context, async (db) => {
    const field = await lockChoice(db, id, { path: "option", option }, expectedVersion);
    const options = field.options.filter((other) => other !== option);
    if (options.length === 0) throw badInput({ path: "option", key: "errors.lastOption" });
    if (replacement !== null && !options.includes(replacement)) {
      throw badInput({ path: "replacement", key: "errors.unknownOption" });
    }
    const change = { from: option, to: replacement };
    return changeOptions(db, field, change, { options, ...replaced(field, option, replacement) });
  });
}

/**
 * Takes the change of an option back, within ten minutes: clients and saved filters are called what they were.
 * @throws NOT_FOUND; ILLEGAL_STATE when it is too late, was done already, or the field was changed again since
 */
export function undoOptionChange(context: Context, operationId: string) {
  return changeFields(context, async (db) => {
    const change = await db
      .selectFrom("option_change")
      .selectAll()
      .select(sql<boolean>`created_at + ${UNDO_TIME} < now()`.as("late"))
      .where("id", "=", uuidOrNull(operationId))
      .forUpdate()
      .executeTakeFirst();
    if (!change) throw notFound();
    if (change.undone_at) throw illegalState("errors.undone");
    if (change.late) throw illegalState("errors.undoTooLate");
    const field = await lockField(db, change.field_id);
    if (field.version !== change.version) throw illegalState("errors.changedSince");
    const { options_before, stored_before, written_before } = change;
    const before = { ...field, options: options_before, stored: stored_before, written: written_before };
    await setOptions(db, field, before);
    await restoreSavedFilters(db, change.saved_filters);
    // Filters that were made since know a renamed option by its new name.
    const [newName] = field.options.filter((option) => !before.options.includes(option));
    if (newName) await renameInSavedFilters(db, field.key, newName, change.option);
    await db.updateTable("option_change").set({ undone_at: new Date() }).where("id", "=", change.id).execute();
    const restored = await countWithOption(db, before, change.option);
    return { fieldId: field.id, restored, skipped: Math.max(0, change.affected - restored) };
  });
}

async function lockChoice(
  db: Kysely<Database>,
  id: string,
  { path, option }: { path: string; option: string },
  expectedVersion: number | null,
): Promise<LockedField> {
  const field = await lockField(db, id, expectedVersion);
  if (hasOptions(field.type) && field.options.includes(option)) return field;
  throw badInput({ path, key: "errors.unknownOption" });
}

async function changeOptions(
  db: Kysely<Database>,
  field: LockedField,
  { from, to }: { from: string; to: string | null },
  after: Choice,
) {
  const affected = await countWithOption(db, field, from);
  await setOptions(db, field, after);
  const savedFilters =
    to === null
      ? await leaveOutOfSavedFilters(db, field.key, from)
      : await renameInSavedFilters(db, field.key, from, to);
  const operation = await db
    .insertInto("option_change")
    .values({
      field_id: field.id,
      version: field.version + 1,
      option: from,
      affected,
      options_before: field.options,
      stored_before: JSON.stringify(field.stored),
      written_before: JSON.stringify(field.written),
      saved_filters: JSON.stringify(savedFilters satisfies ChangedFilter[]),
    })
    .returning(["id", sql<string>`to_json(created_at + ${UNDO_TIME})`.as("undoableUntil")])
    .executeTakeFirstOrThrow();
  return {
    fieldId: field.id,
    affected,
    savedFilters: savedFilters.length,
    operationId: operation.id,
    undoableUntil: new Date(operation.undoableUntil),
  };
}

async function setOptions(
  db: Kysely<Database>,
  field: LockedField,
  { options, stored, written }: Choice,
): Promise<void> {
  await db
    .updateTable("custom_field")
    .set({
      options,
      stored: JSON.stringify(stored),
      written: JSON.stringify(written),
      version: field.version + 1,
    })
    .where("id", "=", field.id)
    .execute();
  if (field.searchable) await beginWork(db, field);
}

/** Forgets changes that can no longer be taken back. */
export const tidyOptionChanges: Job<Core, object> = {
  name: "custom-field.tidy-options",
  payload: noPayload,
  async run({ db }) {
    await db.deleteFrom("option_change").where("created_at", "<", sql<Date>`now() - interval '1 day'`).execute();
  },
};
