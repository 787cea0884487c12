import { clientFields } from "@clientela/shared/clients/fields";
import { valueUnder } from "@clientela/shared/records";
import { type Kysely, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import { currentId } from "../access/merged.ts";
import { MASK, visibleTo } from "../access/visible.ts";
import { changedFields, shownChanges } from "../clients/client.text.ts";
import { customFieldsOf } from "../custom-fields/custom-field.references.ts";
import { usersOf } from "../people/people.references.ts";
import type { Difference, Differences, FieldChange } from "../timeline/field-change.types.ts";
import type { FieldRevision } from "./history.types.ts";

/** Values of a client by the column's name, as the ledger has them; custom fields as `custom.<key>`. */
export type Values = Record<string, unknown>;

/** Columns whose difference tells removals and additions, not the whole value before. */
const SETS = ["tags", "lists"];
const LATEST = 100;

/**
 * The values of a client at a moment, by the keys of its fields. A value that is hidden today is hidden there too.
 * @throws NOT_FOUND; BAD_USER_INPUT before the client was created
 */
export async function findClientAsOf(context: Context, id: string, at: Date): Promise<Values> {
  const { then } = await thenAndNow(context, id, at);
  const { seesContactData } = viewerOf(context);
  const fields = changedFields(pairs(then, then), context);
  return Object.fromEntries(
    fields.map(({ key, sensitive, difference: [value] }) => [
      key,
      sensitive && !seesContactData && value !== null ? MASK : value,
    ]),
  );
}

/**
 * Every field of a client that has a value now or had one then: `before` at the moment, `after` now.
 * @throws NOT_FOUND; BAD_USER_INPUT before the client was created
 */
export async function compareWithThen(context: Context, id: string, at: Date): Promise<FieldChange[]> {
  const { then, now } = await thenAndNow(context, id, at);
  return shownChanges(pairs(then, now), context).filter(({ before, after }) => before !== null || after !== null);
}

/**
 * The latest hundred changes of one field, latest first.
 * @param field its key, as FieldChange has it
 * @throws NOT_FOUND
 */
export async function findFieldHistory(context: Context, id: string, field: string): Promise<FieldRevision[]> {
  const { core } = context;
  const client = await currentValues(context, core.db, id);
  const column = Object.keys(client.values).find(
    (name) => changedFields({ [name]: [null, null] }, context)[0]?.key === field,
  );
  if (!column) return [];
  const { rows } = await sql<{ id: string; occurred_at: Date; actor_id: string | null; difference: Difference }>`
    select id, occurred_at, actor_id, ${difference(column)} as difference
    from timeline_entry
    where ${changesOf(client.id)} and ${tells(column)}
    order by occurred_at desc, id desc limit ${sql.lit(LATEST)}`.execute(core.db);
  return rows.flatMap((row) =>
    shownChanges({ [column]: row.difference }, context).map((change) => ({
      entryId: row.id,
      occurredAt: row.occurred_at,
      actor: usersOf(core).get(row.actor_id),
      change,
    })),
  );
}

/** The kinds of entries that tell a change of values; those of a client that was merged into this one are not of it. */
export const changing = ["CLIENT_EDITED", "STATUS_CHANGED", "CLIENT_MERGED", "CLIENT_MERGE_UNDONE"] as const;
const changesOf = (id: string) => sql`client_id = ${id} and origin_id is null and kind = any(${changing}::text[])`;
const tells = (column: string) =>
  sql`(jsonb_exists(data -> 'changes', ${column}) or (${column}::text = 'status' and kind = 'STATUS_CHANGED'))`;
const difference = (column: string) => sql`case when kind = 'STATUS_CHANGED'
  then jsonb_build_array(data -> 'before', data -> 'after') else data -> 'changes' -> ${sql.lit(column)} end`;

/**
 * A client's values now, by column; every field has one, if only null.
 * @throws NOT_FOUND
 */
export async function currentValues(
  context: Context,
  db: Kysely<Database>,
  id: string,
): Promise<{ id: string; createdAt: Date; values: Values }> {
  const { rows } = await sql<{
    id: string;
    created_at: Date;
    row: Values;
    custom: Values;
    tags: string[];
    lists: string[];
  }>`
    select client.id, client.created_at, to_jsonb(client) as row, client.custom,
      array(select tag.name from client_tag join tag on tag.id = tag_id where client_id = client.id order by tag.name) as tags,
      array(select client_list.name from client_list_member join client_list on client_list.id = list_id
        where client_id = client.id and not newsletter order by client_list.name) as lists
    from client where client.id = ${currentId(uuidOrNull(id))} and ${visibleTo(viewerOf(context))}`.execute(db);
  const [client] = rows;
  if (!client) throw notFound();
  const standard = Object.values(clientFields).map(({ column }): [string, unknown] => [
    column,
    client.row[column] ?? null,
  ]);
  const custom = customFieldsOf(context.core)
    .active()
    .map(({ key }): [string, unknown] => [`custom.${key}`, valueUnder(client.custom, key) ?? null]);
  return {
    id: client.id,
    createdAt: client.created_at,
    values: { ...Object.fromEntries([...standard, ...custom]), tags: client.tags, lists: client.lists },
  };
}

/** Takes back, latest first, all changes that the ledger tells since then. */
async function thenAndNow(context: Context, id: string, at: Date): Promise<{ then: Values; now: Values }> {
  const { core } = context;
  const client = await currentValues(context, core.db, id);
  if (at < client.createdAt) throw badInput({ path: "at", key: "errors.notYetThere" });
  // An id is made while the client is locked, so ids have the order of the changes. `occurred_at` is the beginning of
  // the transaction and only narrows the search.
  const { rows } = await sql<{ kind: string; data: { changes?: Differences; before?: unknown } }>`
    select kind, data from timeline_entry
    where ${changesOf(client.id)}
      and occurred_at > ${at}::timestamptz - interval '1 day' and uuid_extract_timestamp(id) > ${at}
    order by id desc`.execute(core.db);
  const then = { ...client.values };
  for (const { kind, data } of rows) {
    const changes = kind === "STATUS_CHANGED" ? { status: [data.before, null] as Difference } : (data.changes ?? {});
    for (const [column, change] of Object.entries(changes)) then[column] = undone(column, then[column], change);
  }
  return { then, now: client.values };
}

/** A column's value before a change. */
export const undone = (column: string, value: unknown, [before, after]: Difference): unknown =>
  SETS.includes(column)
    ? [
        ...((value ?? []) as string[]).filter((name) => !((after ?? []) as string[]).includes(name)),
        ...((before ?? []) as string[]),
      ].sort((a, b) => a.localeCompare(b))
    : before;

/** Two sets of values as differences; an empty set of names is no value. */
const pairs = (then: Values, now: Values): Differences => {
  const shown = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : (value ?? null));
  return Object.fromEntries(
    Object.keys({ ...then, ...now }).map((name) => [name, [shown(then[name]), shown(now[name])]]),
  );
};
