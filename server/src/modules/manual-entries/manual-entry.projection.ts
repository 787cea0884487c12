import { may } from "@clientela/shared/permissions";
import { manualKinds } from "@clientela/shared/timeline/rules";
import { type SqlBool, sql } from "kysely";
import type { Context } from "../../context.ts";
import { field, type Projection } from "../../core/read/projection.ts";
import { plainText } from "../../core/rich-text.ts";
import { activityKindsOf } from "../activity-kinds/activity-kind.references.ts";
import { contactProjection } from "../contacts/contact.projection.ts";
import { filesOfEntry } from "../files/client-file.projection.ts";
import { usersOf } from "../people/people.references.ts";
import { entryFamily } from "../timeline/entry.ts";
import { entryVisibleTo, timelineProjection } from "../timeline/timeline.projection.ts";
import { ManualEntry, type TimelineEntryChange } from "./manual-entry.types.ts";
import { revisionProjection } from "./revision.projection.ts";

const SUMMARY_LENGTH = 140;

/** What people write down. */
export const manualEntries = entryFamily<null>()(ManualEntry, {
  kinds: manualKinds,
  fields: {
    customKind: field<"timeline_entry">(
      () => sql`timeline_entry.custom_kind_id`,
      (id: string | null, { core }: Context) => activityKindsOf(core).get(id),
    ),
    contact: field<"timeline_entry">(({ eb, one }) =>
      one(contactProjection, eb.selectFrom("contact").whereRef("contact.id", "=", "timeline_entry.contact_id")),
    ),
    mentions: field<"timeline_entry">(
      () => sql`(select json_agg(user_id order by user_id) from timeline_mention where entry_id = timeline_entry.id)`,
      (ids: string[] | null, { core }: Context) => usersOf(core).getAll(ids),
    ),
    version: "version",
    files: field<"timeline_entry">((scope) => filesOfEntry(scope)),
    revisions: field<"timeline_entry">(({ eb, viewer, many }) =>
      many(
        revisionProjection,
        eb
          .selectFrom("timeline_revision")
          .whereRef("timeline_revision.entry_id", "=", "timeline_entry.id")
          .$if(!may(viewer.role, "timeline.moderate"), (query) =>
            query.where(sql<SqlBool>`timeline_entry.actor_id = ${viewer.userId}`),
          )
          .orderBy("timeline_revision.id", "desc"),
      ),
    ),
  },
  summary({ title, description }) {
    const text = title ?? plainText(description ?? "");
    return text.length > SUMMARY_LENGTH ? `${text.slice(0, SUMMARY_LENGTH - 1)}…` : text;
  },
});

/** What was done to a manual entry, and how it is now. */
export const changeProjection: Projection<"timeline_revision", keyof TimelineEntryChange> = {
  table: "timeline_revision",
  fields: {
    entryId: "entry_id",
    change: "change",
    entry: field<"timeline_revision">(({ eb, viewer, one }) =>
      one(
        timelineProjection,
        eb
          .selectFrom("timeline_entry")
          .whereRef("timeline_entry.id", "=", "timeline_revision.entry_id")
          .where("timeline_entry.deleted_at", "is", null)
          .where(entryVisibleTo(viewer)),
      ),
    ),
  },
};
