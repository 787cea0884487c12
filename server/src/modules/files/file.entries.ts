import { fileKinds } from "@clientela/shared/timeline/rules";
import { type SqlBool, sql } from "kysely";
import { Field, ID, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { entryFamily } from "../timeline/entry.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { clientFileProjection, inUse } from "./client-file.projection.ts";
import { ClientFile } from "./client-file.types.ts";

@ObjectType({
  implements: TimelineEntry,
  description: "A file of the client itself, rather than of an activity, was added, deleted or put back.",
})
export class FileEntry extends TimelineEntry {
  @Field(() => ID)
  fileId!: string;
  @Field(() => ClientFile, { nullable: true, description: "Null while it is deleted." })
  file!: ClientFile | null;
}

export const fileEntries = entryFamily<{ name?: string } | null>()(FileEntry, {
  kinds: fileKinds,
  fields: {
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'name'`),
    fileId: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'fileId'`),
    file: field<"timeline_entry">(({ eb, one }) =>
      one(
        clientFileProjection,
        eb
          .selectFrom("client_file")
          .where(sql<SqlBool>`client_file.id = (timeline_entry.data ->> 'fileId')::uuid`)
          .where(inUse),
      ),
    ),
  },
  summary: ({ kind, data }, { translate }) => translate(`timeline.summary.${kind}`, { name: data?.name }),
});
