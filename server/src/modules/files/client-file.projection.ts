import { may } from "@clientela/shared/permissions";
import { type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import type { PageArgs } from "../../core/read/connection.ts";
import { desc, field, type Projection, type Scope } from "../../core/read/projection.ts";
import type { Viewer } from "../../core/viewer.ts";
import { userBy } from "../people/user-by.ts";
import type { ClientFile } from "./client-file.types.ts";

/** Whether somebody may delete a file, or bring it back: who uploaded it, and who moderates. */
export const mayDelete = ({ userId, role }: Pick<Viewer, "userId" | "role">, uploadedById: string | null): boolean =>
  uploadedById === userId || may(role, "timeline.moderate");

/** Where each field of a file comes from. */
export const clientFileProjection: Projection<"client_file", keyof ClientFile> = {
  table: "client_file",
  fields: {
    id: "id",
    name: "name",
    mimeType: "mime",
    size: "size",
    url: field<"client_file">(() => sql`'/files/documents/' || client_file.id`),
    previewUrl: field<"client_file">(
      () =>
        sql`case when client_file.preview_key is not null then '/files/documents/' || client_file.id || '/preview' end`,
    ),
    entryId: "entry_id",
    uploadedBy: userBy("client_file.uploaded_by_id"),
    createdAt: "created_at",
    viewerCanDelete: field<"client_file">(
      () => sql`coalesce(client_file.uploaded_by_id::text, '')`,
      (id: string, context: Context) => mayDelete(viewerOf(context), id),
    ),
  },
};

/** Whether a file is in use: kept, not deleted, and not of a deleted activity. */
export const inUse = sql<SqlBool>`(client_file.kept_at is not null and client_file.deleted_at is null and not exists (
  select from timeline_entry where timeline_entry.id = client_file.entry_id and timeline_entry.deleted_at is not null))`;

/** The files of a client and of its activities, the latest first [F200]. */
export const filesOf = ({ eb, page }: Scope<"client", PageArgs>) =>
  page(
    clientFileProjection,
    eb.selectFrom("client_file").whereRef("client_file.client_id", "=", "client.id").where(inUse),
    desc("client_file.created_at"),
  );

/** The files of an activity in their order. */
export const filesOfEntry = ({ eb, many }: Scope<"timeline_entry">) =>
  many(
    clientFileProjection,
    eb
      .selectFrom("client_file")
      .where(sql<SqlBool>`client_file.id = any(timeline_entry.file_ids) and client_file.deleted_at is null`)
      .orderBy(sql`array_position(timeline_entry.file_ids, client_file.id)`),
  );
