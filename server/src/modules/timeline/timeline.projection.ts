import { searchWords } from "@clientela/shared/normalize/search";
import { may } from "@clientela/shared/permissions";
import { manualKinds } from "@clientela/shared/timeline/rules";
import { type Expression, type SqlBool, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { type AbstractProjection, desc, field, type Projection, type Scope } from "../../core/read/projection.ts";
import { type Slots, when } from "../../core/read/slots.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { clientProjection } from "../clients/client.projection.ts";
import { visibleTo } from "../clients/visible.ts";
import { inRange } from "../settings/date-range.ts";
import { shownChanges, summaryOf } from "./timeline.text.ts";
import type {
  ClientEditedEntry,
  StatusChangedEntry,
  TimelineArgs,
  TimelineEntry,
  TimelineFilter,
} from "./timeline.types.ts";

/** What every entry has. */
const common = {
  id: "id",
  kind: "kind",
  automatic: "automatic",
  occurredAt: "occurred_at",
  editedAt: "edited_at",
  title: "title",
  description: "description",
  stage: "stage",
  client: field<"timeline_entry">(({ eb, viewer, one }) =>
    one(
      clientProjection,
      eb.selectFrom("client").where(visibleTo(viewer)).whereRef("client.id", "=", "timeline_entry.client_id"),
    ),
  ),
  actor: field<"timeline_entry">(
    () => sql`timeline_entry.actor_id`,
    (id: string | null, { core }: Context) => core.references.users.get(id),
  ),
  tags: field<"timeline_entry">(
    () => sql`timeline_entry.tag_ids`,
    (ids: string[], { core }: Context) => core.references.tags.getAll(ids),
  ),
  summary: field<"timeline_entry">(
    () => sql`json_build_object('kind', timeline_entry.kind, 'title', timeline_entry.title,
      'description', timeline_entry.description, 'data', timeline_entry.data)`,
    summaryOf,
  ),
  viewerCanEdit: field<"timeline_entry">(
    () => sql`json_build_object('automatic', timeline_entry.automatic, 'actorId', timeline_entry.actor_id)`,
    ({ automatic, actorId }: { automatic: boolean; actorId: string | null }, context: Context) => {
      const { userId, role } = viewerOf(context);
      return !automatic && (actorId === userId || may(role, "timeline.moderate"));
    },
  ),
} as const satisfies Projection<"timeline_entry", keyof TimelineEntry>["fields"];

const entryProjection: Projection<"timeline_entry", keyof TimelineEntry> = { table: "timeline_entry", fields: common };

const editedProjection: Projection<"timeline_entry", keyof ClientEditedEntry> = {
  table: "timeline_entry",
  fields: { ...common, changes: field<"timeline_entry">(() => sql`timeline_entry.data -> 'changes'`, shownChanges) },
};

const statusProjection: Projection<"timeline_entry", keyof StatusChangedEntry> = {
  table: "timeline_entry",
  fields: {
    ...common,
    before: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'before'`),
    after: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'after'`),
  },
};

/** Where each field of each family of entries comes from. */
export const timelineProjection: AbstractProjection<"timeline_entry"> = {
  table: "timeline_entry",
  kindColumn: "kind",
  members: {
    ManualEntry: { kinds: manualKinds, projection: entryProjection },
    ClientEditedEntry: { kinds: ["CLIENT_EDITED"], projection: editedProjection },
    StatusChangedEntry: { kinds: ["STATUS_CHANGED"], projection: statusProjection },
    ClientLifecycleEntry: { projection: entryProjection },
  },
};

/** A client's timeline, latest first. */
export const timelinePage = ({ eb, args, page }: Scope<"client", TimelineArgs>) =>
  page(
    timelineProjection,
    eb
      .selectFrom("timeline_entry")
      .whereRef("timeline_entry.client_id", "=", "client.id")
      .where("timeline_entry.deleted_at", "is", null)
      .where(({ and }) => and(conditions(args.filter))),
    desc("timeline_entry.occurred_at"),
  );

function conditions(filter: Slots<TimelineFilter> | null | undefined): Expression<SqlBool>[] {
  return [
    ...when(filter?.kinds, (kinds) => sql<SqlBool>`timeline_entry.kind = any(${kinds}::text[])`),
    ...when(filter?.stages, (stages) => sql<SqlBool>`timeline_entry.stage = any(${stages}::text[])`),
    ...when(
      filter?.tagIds,
      (tags) => sql<SqlBool>`timeline_entry.tag_ids && ${tags.map((ids) => ids.map(uuidOrNull))}::uuid[]`,
    ),
    ...when(filter?.automatic, (automatic) => sql<SqlBool>`timeline_entry.automatic = ${sql.lit(automatic)}`),
    ...inRange("timeline_entry.occurred_at", filter?.occurredAt),
    ...when(filter?.search, (search) => {
      const patterns = search.map((text) => searchWords(text).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`));
      return sql<SqlBool>`fold(concat_ws(' ', timeline_entry.title, timeline_entry.description))
        like all (array(select fold(pattern) from unnest(${patterns}::text[]) pattern))`;
    }),
  ];
}
