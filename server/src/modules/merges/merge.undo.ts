import { isDeepStrictEqual } from "node:util";
import { addressTypes } from "@clientela/shared/clients/words";
import { UNDO_DAYS } from "@clientela/shared/merges/rules";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Given } from "../../client-column.ts";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { AppError, illegalState, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { deletedVisibleTo, visibleTo } from "../access/visible.ts";
import { customFieldsOf } from "../custom-fields/custom-field.references.ts";
import { usersOf } from "../people/people.references.ts";
import type { Differences } from "../timeline/field-change.types.ts";
import { movesOf } from "./merge.columns.ts";
import { addressesOf, withAddresses } from "./merge.fields.ts";
import type { Left } from "./merge.left.ts";
import { inTurn, namesOnClient, untangled } from "./merge.locks.ts";
import { differences, type Row, toldOf } from "./merge.row.ts";
import { findRow, linkedSince, write } from "./merge.service.ts";

type Merge = Selectable<Database["client_merge"]> & { late: boolean };
interface Part extends Given {
  table: string;
}

/**
 * Separates clients again: each has its own rows and values back. What came since stays with the survivor. Answers the
 * clients' ids, the survivor's first [B1].
 * @throws NOT_FOUND; ILLEGAL_STATE when it was undone, is too long ago, when the survivor was merged after it, or when
 *   an e-mail is another client's by now
 */
export async function undoMerge(context: Context, id: string): Promise<string[]> {
  const { core } = context;
  return untangled(() =>
    transact(core, writtenBy(context, "merge undone"), async (_em, db) => {
      await inTurn(db);
      const merge = await lockMerge(db, viewerOf(context), id);
      const survivorId = merge.survivor_id;
      const otherIds = clientsOf(merge).map((one) => one.id);
      await refuseUndo(db, viewerOf(context), merge);
      const linked = await namesOnClient(db, survivorId);
      const before = await findRow(db, survivorId);
      const left = [...(await giveBack(context, db, merge)), ...(await goneSince(context, db, merge, otherIds))];
      const { after, kept } = await restored(db, before, merge.changes as Differences);
      const emails = (after.email_shared ? [] : [after.email]) as (string | null)[];
      await refuseTaken(db, viewerOf(context), [survivorId, ...otherIds], emails);
      await write(db, before, after, await highest(db, otherIds));
      // A trigger of the status has written what it was a moment ago.
      await sql`update client set status_before_inactive = ${after.status_before_inactive} where id = ${survivorId}
        and status_before_inactive is distinct from ${after.status_before_inactive}::client_status`.execute(db);
      await db.deleteFrom("merged_client").where("merge_id", "=", merge.id).execute();
      // Above the survivor's too: by the old id it was read with that one.
      await sql`update client set deleted_at = null, updated_at = now(),
        version = greatest(version, (select version from client where id = ${survivorId})) + 1
        where id = any(${otherIds}::uuid[])`.execute(db);
      const now = await findRow(db, survivorId);
      const changes = { ...toldOf(differences(before, now)), ...(await linkedSince(db, survivorId, linked)) };
      await db
        .updateTable("client_merge")
        .set({
          undone_at: sql`now()`,
          undone_changes: JSON.stringify(changes),
          undone_left: JSON.stringify([...left, ...kept.map((column): Left => ({ what: "changed", column }))]),
        })
        .where("id", "=", merge.id)
        .execute();
      return [survivorId, ...otherIds];
    }),
  );
}

const clientsOf = (merge: Merge) => merge.clients as { id: string; name: string }[];

/** Locks the merged clients first: who waited for one of them goes on with the survivor. */
async function lockMerge(db: Kysely<Database>, viewer: Viewer, id: string): Promise<Merge> {
  const find = () =>
    db
      .selectFrom("client_merge")
      .selectAll()
      .select(sql<boolean>`created_at < now() - make_interval(days => ${UNDO_DAYS})`.as("late"))
      .where("id", "=", uuidOrNull(id));
  const known = await find().executeTakeFirst();
  if (!known) throw notFound();
  const ids = [known.survivor_id, ...clientsOf(known).map((one) => one.id)];
  const { rows } = await sql`select from client where client.id = any(${ids}::uuid[])
    and (${visibleTo(viewer)} or ${deletedVisibleTo(viewer)}) order by client.deleted_at, client.id for update`.execute(
    db,
  );
  if (rows.length < ids.length) throw notFound();
  return find().forUpdate().executeTakeFirstOrThrow();
}

async function refuseUndo(db: Kysely<Database>, viewer: Viewer, merge: Merge): Promise<void> {
  if (merge.undone_at) throw illegalState("errors.undone");
  const { rows } = await sql<{ id: string; name: string }>`
    select later.id, client.name from client_merge later join client on client.id = later.survivor_id
    where later.id > ${merge.id} and later.undone_at is null and (later.survivor_id = ${merge.survivor_id}
      or later.id = (select merge_id from merged_client where client_id = ${merge.survivor_id}))
    order by later.id desc limit 1`.execute(db);
  const [later] = rows;
  if (later) {
    throw new AppError("ILLEGAL_STATE", { key: "errors.laterMerge", params: { name: later.name } }, [], {
      mergeId: later.id,
    });
  }
  if (merge.late) throw illegalState("errors.undoMergeTooLate");
  const survivor = db.selectFrom("client").select("id").where("id", "=", merge.survivor_id);
  if (!(await survivor.where(visibleTo(viewer)).executeTakeFirst())) throw notFound();
}

/** @throws ILLEGAL_STATE when a client that comes back has an e-mail that is another's by now, and so has an address given */
async function refuseTaken(
  db: Kysely<Database>,
  viewer: Viewer,
  [survivorId, ...otherIds]: string[],
  emails: (string | null)[],
): Promise<void> {
  const others = await db
    .selectFrom("client")
    .select("email")
    .where("id", "in", otherIds)
    .where("email_shared", "=", false)
    .execute();
  const wanted = [...emails, ...others.map(({ email }) => email)].filter((email) => email !== null);
  const { rows } = await sql<{ id: string; name: string; visible: boolean }>`
    select client.id, client.name, coalesce(${visibleTo(viewer)}, false) as visible from client
    where coalesce(client.email, '') = any(${wanted}::text[]) and client.deleted_at is null and not client.email_shared
      and client.id <> ${survivorId} limit 1`.execute(db);
  const twice = wanted.length > new Set(wanted).size;
  const [other] = rows;
  if (other && !(other.visible && viewer.seesContactData)) throw illegalState("errors.undoEmailTakenHidden");
  if (!other && !twice) return;
  const { id, name } = other ?? (await findRow(db, survivorId as string));
  throw new AppError("ILLEGAL_STATE", { key: "errors.undoEmailTaken", params: { name } }, [], {
    client: { clientId: id, name },
  });
}

/** Gives the rows back, and answers what could not be, with what came since. */
async function giveBack({ core }: Context, db: Kysely<Database>, merge: Merge): Promise<Left[]> {
  const separating = { db, survivorId: merge.survivor_id };
  const parts = await db
    .selectFrom("client_merge_part")
    .select(["table_name as table", "client_id as clientId", "keys", "before", "names"])
    .where("merge_id", "=", merge.id)
    .execute();
  const left: Left[] = [];
  for (const [table, move] of movesOf(core)) {
    const given = (parts as Part[]).filter((part) => part.table === table);
    const moved = given.reduce((sum, { keys }) => sum + keys.length, 0);
    const gone = given.length > 0 ? moved - (await move.giveBack(separating, given)) : 0;
    const names: string[] = [];
    for (const one of given) names.push(...((await move.missing?.(separating, one)) ?? []));
    if (gone > 0 || names.length > 0) left.push({ what: "gone", table, count: Math.max(gone, names.length), names });
    const added = (await move.countAdded?.(separating, merge.created_at)) ?? 0;
    if (added > 0) left.push({ what: "added", table, count: added });
  }
  return left;
}

/** What the merged clients name and the business has no more: fields that were deleted, and people who left. */
async function goneSince(
  { core }: Context,
  db: Kysely<Database>,
  { created_at: since }: Merge,
  ids: string[],
): Promise<Left[]> {
  const rows = await db.selectFrom("client").select(["custom", "owner_id"]).where("id", "in", ids).execute();
  const fields = customFieldsOf(core)
    .list()
    .filter(
      ({ key, deletedAt }) =>
        deletedAt && new Date(deletedAt) > new Date(since) && rows.some(({ custom }) => Object.hasOwn(custom, key)),
    );
  const owners = usersOf(core)
    .getAll([...new Set(rows.flatMap(({ owner_id }) => owner_id ?? []))])
    .filter(({ active }) => !active);
  return [
    ...fields.map(({ label }): Left => ({ what: "field", name: label })),
    ...owners.map(({ name }): Left => ({ what: "owner", name })),
  ];
}

/** The survivor's row with what nobody has changed since as it was before, and the columns that were. */
async function restored(db: Kysely<Database>, now: Row, changes: Differences) {
  const after = structuredClone(now);
  const kept: string[] = [];
  const gone = await goneTeam(db, changes);
  for (const [column, [was, became]] of Object.entries(changes)) {
    if (["tags", "lists", "contact_person", "email_shared", "status_before_inactive"].includes(column)) continue;
    if (column === "addresses") {
      if (!restoreAddresses(after, [was, became] as [Row["addresses"], Row["addresses"]])) kept.push(column);
      continue;
    }
    const key = column.startsWith("custom.") ? column.slice("custom.".length) : null;
    const value = key === null ? now[column] : now.custom[key];
    if (!isDeepStrictEqual(value ?? null, became) || (column === "team_id" && gone)) {
      if (column !== "last_interaction_at") kept.push(column);
      continue;
    }
    if (key === null) after[column] = was;
    else if (was === null) delete after.custom[key];
    else after.custom[key] = was as never;
    const companion = { email: "email_shared", status: "status_before_inactive" }[column];
    if (companion && changes[companion]) after[companion] = changes[companion][0];
  }
  return { after, kept };
}

/** Each type by itself. Answers whether all of them are as they were before. */
function restoreAddresses(row: Row, [was, became]: [Row["addresses"], Row["addresses"]]): boolean {
  if (isDeepStrictEqual(row.addresses, became)) {
    row.addresses = was;
    return true;
  }
  const ofType = (addresses: Row["addresses"], type: string) => addressesOf({ ...row, addresses }, type);
  const same = addressTypes.filter((type) => isDeepStrictEqual(ofType(row.addresses, type), ofType(became, type)));
  for (const type of same) row.addresses = withAddresses(row, type, ofType(was, type));
  return same.length === addressTypes.length;
}

/** Whether the survivor's former team is no more. */
async function goneTeam(db: Kysely<Database>, { team_id: team }: Differences): Promise<boolean> {
  const id = team?.[0] as string | null | undefined;
  return Boolean(id && !(await db.selectFrom("team").select("id").where("id", "=", id).executeTakeFirst()));
}

async function highest(db: Kysely<Database>, ids: string[]): Promise<number> {
  const { version } = await db
    .selectFrom("client")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("id", "in", ids)
    .executeTakeFirstOrThrow();
  return version;
}
