import { hasOptions, optionRules } from "@clientela/shared/custom-fields/rules";
import { foldText } from "@clientela/shared/normalize/search";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { badInput, illegalState, notFound, parseInput } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import { renameInSavedFilters } from "../saved-filters/saved-filter.options.ts";
import { withOption } from "./custom-field.queries.ts";
import { changeFields, type LockedField, lockField } from "./custom-field.service.ts";

const UNDO_TIME = sql`interval '10 minutes'`;

/**
 * Renames an option everywhere in one transaction: in the definition, in every client, in every saved filter [F120].
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
    const field = await lockField(db, id, expectedVersion);
    if (!hasOptions(field.type) || !field.options.includes(from)) {
      throw badInput({ path: "from", key: "errors.unknownOption" });
    }
    if (field.options.some((option) => option !== from && foldText(option) === foldText(to))) {
      throw badInput({ path: "to", key: "errors.optionExists" });
    }
    if (from === to) return { fieldId: field.id, affected: 0, savedFilters: 0, operationId: null, undoableUntil: null };
    const { touched, savedFilters } = await cascade(db, field, from, to);
    await db.deleteFrom("custom_field_rename").where("created_at", "<", sql<Date>`now() - interval '1 day'`).execute();
    const operation = await db
      .insertInto("custom_field_rename")
      .values({
        field_id: field.id,
        from_option: from,
        to_option: to,
        client_ids: touched.map((client) => client.id),
      })
      .returning(["id", sql<string>`to_json(created_at + ${UNDO_TIME})`.as("undoableUntil")])
      .executeTakeFirstOrThrow();
    return {
      fieldId: field.id,
      affected: touched.filter(({ deleted }) => !deleted).length,
      savedFilters,
      operationId: operation.id,
      undoableUntil: new Date(operation.undoableUntil),
    };
  });
}

/**
 * Gives an option its former name back, within ten minutes. Whoever got the option since keeps it, under that name;
 * whoever no longer has it is left alone.
 * @throws NOT_FOUND; ILLEGAL_STATE when it is too late, was done already, or the option was changed again since
 */
export function undoRename(context: Context, operationId: string) {
  return changeFields(context, async (db) => {
    const operation = await db
      .selectFrom("custom_field_rename")
      .select(["id", "field_id", "from_option", "to_option", "undone_at"])
      .select(sql<boolean>`created_at + ${UNDO_TIME} < now()`.as("late"))
      .select(sql<string[]>`to_json(client_ids)`.as("clientIds"))
      .where("id", "=", uuidOrNull(operationId))
      .forUpdate()
      .executeTakeFirst();
    if (!operation) throw notFound();
    const { from_option: from, to_option: to } = operation;
    if (operation.undone_at) throw illegalState("errors.undone");
    if (operation.late) throw illegalState("errors.undoTooLate");
    const field = await lockField(db, operation.field_id);
    const taken = field.options.some((option) => option !== to && foldText(option) === foldText(from));
    if (!field.options.includes(to) || taken) throw illegalState("errors.changedSince");
    const { touched } = await cascade(db, field, to, from);
    await db.updateTable("custom_field_rename").set({ undone_at: new Date() }).where("id", "=", operation.id).execute();
    const back = new Set(touched.map((client) => client.id));
    const restored = operation.clientIds.filter((id) => back.has(id)).length;
    return { fieldId: field.id, restored, skipped: operation.clientIds.length - restored };
  });
}

/** Locks clients in one order, so that two renamings wait for each other instead of failing. */
async function cascade(db: Kysely<Database>, field: LockedField, from: string, to: string) {
  const options = field.options.map((option) => (option === from ? to : option));
  await db
    .updateTable("custom_field")
    .set({ options, version: field.version + 1 })
    .where("id", "=", field.id)
    .execute();
  const renamed =
    field.type === "SELECT"
      ? sql`to_jsonb(${to}::text)`
      : sql`(select jsonb_agg(case when option = ${from} then ${to} else option end order by place)
          from jsonb_array_elements_text(client.custom -> ${field.key}) with ordinality as held(option, place))`;
  const { rows: touched } = await sql<{ id: string; deleted: boolean }>`
    with hit as (select id from client where custom @> ${withOption(field, from)}::jsonb order by id for update)
    update client set custom = jsonb_set(client.custom, array[${field.key}::text], ${renamed}),
      version = client.version + 1, updated_at = now()
    from hit where client.id = hit.id
    returning client.id, client.deleted_at is not null as deleted`.execute(db);
  return { touched, savedFilters: await renameInSavedFilters(db, field.key, from, to) };
}
