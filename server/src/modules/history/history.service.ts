import { clientFieldOfColumn, clientFields } from "@clientela/shared/clients/fields";
import type { Context } from "../../context.ts";
import { illegalState, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Read } from "../../core/transact.ts";
import type { UpdateClientInput } from "../clients/client.inputs.ts";
import { updateClient } from "../clients/client.service.ts";
import { changedFields } from "../clients/client.text.ts";
import type { Difference } from "../timeline/field-change.types.ts";
import { changing, currentValues, undone, type Values } from "./history.queries.ts";

/**
 * Sets a field back to its value before a change. It is an edit like any other: the same rules, its own entry. For tags
 * and lists only that change itself is taken back.
 * @param field its key, as FieldChange has it
 * @throws NOT_FOUND for the client, or where the entry does not change the field; ILLEGAL_STATE where the value names
 *   what is gone; and whatever `updateClient` throws
 */
export async function restoreClientField<A>(
  context: Context,
  clientId: string,
  entryId: string,
  field: string,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const { core } = context;
  const client = await currentValues(context, core.db, clientId);
  const entry = await core.db
    .selectFrom("timeline_entry")
    .select(["kind", "data"])
    .where("id", "=", uuidOrNull(entryId))
    .where("client_id", "=", client.id)
    .where("kind", "in", changing)
    .executeTakeFirst();
  const data = (entry?.data ?? {}) as { changes?: Record<string, Difference>; before?: unknown; after?: unknown };
  const changes = entry?.kind === "STATUS_CHANGED" ? { status: [data.before, data.after] as Difference } : data.changes;
  const found = changedFields(changes ?? {}, context).find(({ key }) => key === field);
  const column = Object.entries(changes ?? {}).find(([, difference]) => difference === found?.difference)?.[0];
  if (!found || !column) throw notFound();
  const value = undone(column, client.values[column], found.difference);
  const input = await inputOf(context, column, value, client.values);
  return updateClient(context, clientId, input, expectedVersion, read);
}

/** An edit that gives a column a value. */
async function inputOf({ core }: Context, column: string, value: unknown, current: Values): Promise<UpdateClientInput> {
  if (column.startsWith("custom.")) return { customFields: { [column.slice("custom.".length)]: value } };
  const key = clientFieldOfColumn(column);
  switch (key) {
    case "owner":
      return { ownerId: value as string | null };
    case "team":
      return { teamId: value as string | null };
    case "tags":
      return { tagIds: await idsOf("tag", value as string[]) };
    case "lists":
      return { listIds: await idsOf("client_list", value as string[]) };
    default:
      if (!key?.startsWith("taxProfile.")) return { [key as string]: value };
      return { taxProfile: taxProfileWith(key.slice("taxProfile.".length), value, current) };
  }

  async function idsOf(table: "tag" | "client_list", names: string[]): Promise<string[]> {
    const rows = await core.db
      .selectFrom(table)
      .select(["id", "name"])
      .where("name", "in", ["", ...names])
      .execute();
    if (rows.length < names.length) throw illegalState("errors.nameGone");
    return rows.map(({ id }) => id);
  }
}

/** A tax profile is given whole: one part of it changed. */
const taxProfileWith = (part: string, value: unknown, current: Values) => {
  const now = Object.entries(clientFields).flatMap(([key, { column }]) =>
    key.startsWith("taxProfile.") ? [[key.slice("taxProfile.".length), current[column]]] : [],
  );
  return { ...Object.fromEntries(now), [part]: value };
};
