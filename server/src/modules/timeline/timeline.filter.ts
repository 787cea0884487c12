import { type Expression, type SqlBool, sql } from "kysely";
import { type Slots, when } from "../../core/read/slots.ts";
import { matchesWords } from "../../core/read/words.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { inRange } from "../settings/date-range.ts";
import type { TimelineFilter } from "./timeline.types.ts";

/** Kinds of ours and of the business's own are one choice. */
function ofKinds(filter: Slots<TimelineFilter> | null | undefined): Expression<SqlBool>[] {
  const kinds = [
    ...when(filter?.kinds, (names) => sql<SqlBool>`timeline_entry.kind = any(${names}::text[])`),
    ...when(
      filter?.customKindIds,
      (own) => sql<SqlBool>`timeline_entry.custom_kind_id = any(${own.map((ids) => ids.map(uuidOrNull))}::uuid[])`,
    ),
  ];
  return kinds.length > 0 ? [sql<SqlBool>`(${sql.join(kinds, sql` or `)})`] : [];
}

/** The conditions of a filter of a timeline; none where there is no filter. */
export function timelineConditions(filter: Slots<TimelineFilter> | null | undefined): Expression<SqlBool>[] {
  return [
    ...ofKinds(filter),
    ...when(
      filter?.actorIds,
      (actors) => sql<SqlBool>`timeline_entry.actor_id = any(${actors.map((ids) => ids.map(uuidOrNull))}::uuid[])`,
    ),
    ...when(filter?.stages, (stages) => sql<SqlBool>`timeline_entry.stage = any(${stages}::text[])`),
    ...when(
      filter?.tagIds,
      (tags) => sql<SqlBool>`timeline_entry.tag_ids && ${tags.map((ids) => ids.map(uuidOrNull))}::uuid[]`,
    ),
    ...when(
      filter?.contactIds,
      // Found by its own index first: PostgreSQL would rather walk a long timeline in its order.
      (contacts) => sql<SqlBool>`timeline_entry.id = any(array(select about.id from timeline_entry about
        where coalesce(about.contact_id::text, about.data ->> 'contactId') = any(${contacts.map((ids) => ids.map(uuidOrNull))}::uuid[]::text[]) and about.deleted_at is null))`,
    ),
    ...when(filter?.automatic, (automatic) => sql<SqlBool>`timeline_entry.automatic = ${sql.lit(automatic)}`),
    ...inRange("timeline_entry.occurred_at", filter?.occurredAt),
    ...when(filter?.search, (search) =>
      matchesWords(sql`concat_ws(' ', timeline_entry.title, plain_text(timeline_entry.description))`, search),
    ),
  ];
}
