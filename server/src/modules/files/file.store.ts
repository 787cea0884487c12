import { createHash } from "node:crypto";
import { UNDO_DAYS } from "@clientela/shared/merges/rules";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../database/tables.ts";

/** A stored file. */
export interface StoredFile {
  mime: string;
  bytes: Buffer;
  /** In hexadecimal; a file never changes, so it stands for it. */
  sha256: string;
}

/** Keeps a file and answers its id. Only this file knows the storage format. */
export async function saveFile(db: Kysely<Database>, mime: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest();
  const file = { mime, bytes, size: bytes.length, sha256 };
  return (await db.insertInto("file_object").values(file).returning("id").executeTakeFirstOrThrow()).id;
}

/** A file by its id, or null. The caller checks who may see it. */
export async function findFile(db: Kysely<Database>, id: string): Promise<StoredFile | null> {
  const query = db.selectFrom("file_object").select(["mime", "bytes", "sha256"]).where("id", "=", id);
  const file = await query.executeTakeFirst();
  return file ? { ...file, sha256: file.sha256.toString("hex") } : null;
}

/** Forgets a file, unless a client or the way back from a merge still refers to it. */
export async function removeFile(db: Kysely<Database>, id: string): Promise<void> {
  await sql`delete from file_object where id = ${id} and not exists (select from client where avatar_id = ${id})
    and not exists (select from client_merge where undone_at is null
      and created_at > now() - make_interval(days => ${UNDO_DAYS}) and changes @> ${JSON.stringify({ avatar_id: [id] })}::jsonb)`.execute(
    db,
  );
}
