import type { Readable } from "node:stream";
import { oneLine } from "@clientela/shared/normalize/text";
import { may } from "@clientela/shared/permissions";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, type SqlBool, sql } from "kysely";
import { type Context, type Core, viewerOf, writtenBy } from "../../context.ts";
import { badInput, forbidden } from "../../core/errors.ts";
import type { Root } from "../../core/read/projection.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { lockClient, lockOnClient } from "../access/known-client.ts";
import { viewerNow } from "../access/viewer-now.ts";
import { visibleTo } from "../access/visible.ts";
import { clientFileProjection, inUse, mayDelete } from "./client-file.projection.ts";
import { type Received, receive } from "./upload.ts";

const MAX_NAME = 200;

/** One file of a client that the viewer sees, or null. */
export const clientFileById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(
      clientFileProjection,
      eb
        .selectFrom("client_file")
        .where("client_file.id", "=", args.id.map(uuidOrNull))
        .where(inUse)
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("client").whereRef("client.id", "=", "client_file.client_id").where(visibleTo(viewer))),
        ),
    ),
};

/** An uploaded file as the one who uploaded it needs it. */
export interface Uploaded {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  previewUrl: string | null;
}

/**
 * Receives a file for a client whose visibility was checked by the caller. A file that is not kept at once waits for
 * its activity, and is gone a day later if none comes. An upload may take hours, so rights are checked again at its
 * end; without them its bytes go.
 * @throws BAD_USER_INPUT when it is empty or too large; UNAUTHENTICATED, FORBIDDEN, NOT_FOUND when rights ended
 *   meanwhile
 */
export async function uploadClientFile(
  context: Context,
  clientId: string,
  file: { name: string; stream: Readable; kept: boolean },
): Promise<Uploaded> {
  const { storage, env } = context.core;
  const name = fileName(file.name);
  const received = await receive(storage, file.stream, env.maxFileBytes);
  const { key, previewKey, mime, size, sha256 } = received;
  const row = {
    name,
    mime,
    size,
    sha256,
    storage_key: key,
    preview_key: previewKey,
    uploaded_by_id: viewerOf(context).userId,
    kept_at: file.kept ? new Date() : null,
  };
  const { id } = await transact(context.core, writtenBy(context), async (_em, db) => {
    const viewer = await viewerNow(context, db);
    if (!may(viewer.role, "timeline.write")) throw forbidden();
    const client_id = await lockClient(db, viewer, clientId);
    return db
      .insertInto("client_file")
      .values({ ...row, client_id })
      .returning("id")
      .executeTakeFirstOrThrow();
  }).catch(async (error: unknown) => {
    await forget(context.core, received).catch((err: unknown) =>
      context.log.error({ err, key }, "the bytes of a file that nobody knows of stay"),
    );
    throw error;
  });
  return { id, name, mimeType: mime, size, previewUrl: previewKey && `/files/documents/${id}/preview` };
}

/** Takes away the bytes of an upload, unless it became known after all: a commit may succeed unheard. */
async function forget({ db, storage }: Core, { key, previewKey }: Received): Promise<void> {
  if (await db.selectFrom("client_file").select("id").where("storage_key", "=", key).executeTakeFirst()) return;
  for (const one of [key, previewKey]) if (one) await storage.remove(one);
}

/** A file's bytes for a viewer who sees its client, or null; a file that waits for its activity is its uploader's. */
export async function findClientFile(context: Context, fileId: string) {
  const viewer = viewerOf(context);
  return context.core.db
    .selectFrom("client_file")
    .innerJoin("client", "client.id", "client_file.client_id")
    .select(["client_file.name", "client_file.mime", "client_file.size", "storage_key", "preview_key"])
    .where("client_file.id", "=", uuidOrNull(fileId))
    .where(({ or, and }) =>
      or([
        inUse,
        and([sql`client_file.kept_at is null`, sql`client_file.uploaded_by_id = ${viewer.userId}`] as never[]),
      ]),
    )
    .where(visibleTo(viewer))
    .executeTakeFirst();
}

/**
 * Makes these files the ones of an activity, as part of the transaction. New files are kept, removed ones are deleted.
 * Answers their ids.
 * @throws BAD_USER_INPUT on `fileIds` for a file of another client, activity or person
 */
export async function attachFiles(
  context: Context,
  db: Kysely<Database>,
  entry: { id: string; clientId: string; fileIds: readonly string[] },
  ids: string[],
): Promise<string[]> {
  if (ids.length > 0 && (await keep(context, db, entry, ids)) < ids.length) throw unknownFile();
  const gone = entry.fileIds.filter((id) => !ids.includes(id));
  if (gone.length > 0) {
    await db.updateTable("client_file").set({ deleted_at: new Date() }).where("id", "in", gone).execute();
  }
  return ids;
}

async function keep(
  context: Context,
  db: Kysely<Database>,
  entry: { id: string; clientId: string },
  ids: string[],
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("client_file")
    .set({ entry_id: entry.id, kept_at: sql`coalesce(kept_at, now())` })
    .where("id", "in", ids)
    .where("client_id", "=", entry.clientId)
    .where("deleted_at", "is", null)
    .where(
      sql<boolean>`(entry_id = ${entry.id} or (entry_id is null and kept_at is null and uploaded_by_id = ${viewerOf(context).userId}))`,
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Distinct ids of files as they are kept.
 * @throws BAD_USER_INPUT on `fileIds` for what is no id
 */
export function idsOfFiles(given: readonly string[]): string[] {
  return distinctIds(given).map((id) => {
    if (!id) throw unknownFile();
    return id;
  });
}

const unknownFile = () => badInput({ path: "fileIds", key: "errors.unknownFile" });

/**
 * Takes a file away, also from the activity it is attached to, where that is kept like any other change. Its bytes go
 * a month later.
 * @throws NOT_FOUND; FORBIDDEN for another's
 */
export async function deleteClientFile(context: Context, id: string): Promise<void> {
  await change(context, id, async (db, file) => {
    await db.updateTable("client_file").set({ deleted_at: new Date() }).where("id", "=", file.id).execute();
    if (!file.entry_id) return;
    await sql`update timeline_entry set file_ids = array_remove(file_ids, ${file.id}::uuid), edited_at = now()
      where id = ${file.entry_id}`.execute(db);
  });
}

/**
 * Puts a deleted file back and answers what is read of it.
 * @throws NOT_FOUND, also once its bytes are gone; FORBIDDEN for another's
 */
export async function restoreClientFile<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const restore = async (db: Kysely<Database>, file: StoredFile) => {
    await db.updateTable("client_file").set({ deleted_at: null }).where("id", "=", file.id).execute();
    if (!file.entry_id) return;
    await sql`update timeline_entry set file_ids = file_ids || ${file.id}::uuid, edited_at = now()
      where id = ${file.entry_id} and not ${file.id}::uuid = any(file_ids)`.execute(db);
  };
  return change(context, id, restore, read);
}

const stored = sql<SqlBool>`client_file.kept_at is not null and client_file.storage_key is not null`;

interface StoredFile {
  id: string;
  entry_id: string | null;
}

async function change<A>(
  context: Context,
  id: string,
  work: (db: Kysely<Database>, file: StoredFile) => Promise<void>,
  read?: Read<A>,
): Promise<A> {
  const viewer = viewerOf(context);
  const written = async (_em: EntityManager, db: Kysely<Database>) => {
    const file = await db
      .selectFrom("client_file")
      .select(["id", "entry_id", "uploaded_by_id"])
      .where("id", "=", await lockOnClient(db, viewer, "client_file", id, stored))
      .executeTakeFirstOrThrow();
    if (!mayDelete(viewer, file.uploaded_by_id)) throw forbidden("errors.notYourFile");
    await work(db, file);
    return file.id;
  };
  return transact(context.core, writtenBy(context), written, read);
}

/** A name without folders, at most 200 characters, its ending kept. */
function fileName(given: string): string {
  const name = oneLine(given.split(/[\\/]/).at(-1) ?? "");
  if (!name || /^\.+$/.test(name)) throw badInput({ path: "file", key: "errors.fileName" });
  if (name.length <= MAX_NAME) return name;
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? "";
  return name.slice(0, MAX_NAME - ending.length) + ending;
}
