import { may } from "@clientela/shared/permissions";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { forbidden } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import { lockClient } from "../access/known-client.ts";
import { viewerNow } from "../access/viewer-now.ts";
import { visibleTo } from "../access/visible.ts";
import { Client } from "../clients/client.entity.ts";
import { findFile, removeFile, type StoredFile, saveFile } from "./file.store.ts";
import { PICTURE_MIME, toAvatar } from "./picture.ts";

/**
 * Gives a client a picture and answers its file's id [F27]. A new picture is a new file: addresses never change what
 * they show.
 * @throws NOT_FOUND; BAD_USER_INPUT when it is no image
 */
export async function setAvatar(context: Context, clientId: string, picture: Buffer): Promise<string> {
  const image = await toAvatar(picture);
  return (await replaceAvatar(context, clientId, image)) as string;
}

/**
 * Takes a client's picture away, if it has one.
 * @throws NOT_FOUND
 */
export async function removeAvatar(context: Context, clientId: string): Promise<void> {
  await replaceAvatar(context, clientId, null);
}

/** The picture of a client that the viewer sees, by its file's id, or null. */
export async function findAvatar(context: Context, fileId: string): Promise<StoredFile | null> {
  const { db } = context.core;
  const id = uuidOrNull(fileId);
  const query = db.selectFrom("client").select("id").where("client.avatar_id", "=", id);
  const seen = await query.where(visibleTo(viewerOf(context))).executeTakeFirst();
  return seen && id ? findFile(db, id) : null;
}

async function replaceAvatar(context: Context, clientId: string, image: Buffer | null): Promise<string | null> {
  return transact(context.core, writtenBy(context), async (em, sql) => {
    // A picture may be sent slowly: the rights of its beginning may be gone.
    const viewer = await viewerNow(context, sql);
    if (!may(viewer.role, "clients.write")) throw forbidden();
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewer, clientId));
    const former = client.avatarId;
    client.avatarId = image && (await saveFile(sql, PICTURE_MIME, image));
    await em.flush();
    if (former) await removeFile(sql, former);
    return client.avatarId;
  });
}
