import { sql } from "kysely";
import type { Context } from "../../context.ts";
import { field, type Projection } from "../../core/read/projection.ts";
import { activityKindsOf } from "../activity-kinds/activity-kind.references.ts";
import { userBy } from "../people/user-by.ts";
import type { TimelineRevision } from "./revision.types.ts";

/** Where each field of what a manual entry said before comes from. */
export const revisionProjection: Projection<"timeline_revision", keyof TimelineRevision> = {
  table: "timeline_revision",
  fields: {
    id: "id",
    change: "change",
    changedAt: "changed_at",
    actor: userBy("timeline_revision.actor_id"),
    kind: "kind",
    customKind: field<"timeline_revision">(
      () => sql`timeline_revision.custom_kind_id`,
      (id: string | null, { core }: Context) => activityKindsOf(core).get(id),
    ),
    title: "title",
    description: "description",
    stage: "stage",
    tags: "tags",
    contact: "contact",
    files: field<"timeline_revision">(
      () => sql`(select coalesce(json_agg(file.name order by array_position(timeline_revision.file_ids, file.id)), '[]')
        from client_file file where file.id = any(timeline_revision.file_ids))`,
    ),
    occurredAt: "occurred_at",
  },
};
