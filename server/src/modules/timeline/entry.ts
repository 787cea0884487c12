import { may } from "@clientela/shared/permissions";
import type { TimelineKind } from "@clientela/shared/timeline/rules";
import { sql } from "kysely";
import type { ClassType } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import type { AddedMember } from "../../core/read/attach.ts";
import { type ComputedField, field, type Projection, type SafeColumn } from "../../core/read/projection.ts";
import { userBy } from "../people/user-by.ts";
import { tagsOf } from "../tags/tag.references.ts";
import type { TimelineEntry } from "./timeline.types.ts";

/** An entry as its summary is made from it. */
export interface Told<Data> {
  kind: TimelineKind;
  title: string | null;
  description: string | null;
  data: Data;
}

type Source = SafeColumn<"timeline_entry"> | ComputedField<"timeline_entry">;

/** Entries of one GraphQL type, which a module brings to all timelines. */
interface Family<Entry extends TimelineEntry, Data, Kind extends TimelineKind> {
  kinds: readonly Kind[];
  /** Where its own fields come from, and those of every entry that it reads in another way. */
  fields: Record<Exclude<keyof Entry, keyof TimelineEntry>, Source> & Partial<Record<keyof TimelineEntry, Source>>;
  /** One line in the viewer's language. */
  summary(entry: Told<Data> & { kind: Kind }, context: Context): string;
}

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
  actor: userBy("timeline_entry.actor_id"),
  tags: field<"timeline_entry">(
    () => sql`timeline_entry.tag_ids`,
    (ids: string[], { core }: Context) => tagsOf(core).getAll(ids),
  ),
  viewerCanEdit: field<"timeline_entry">(
    () => sql`json_build_object('automatic', timeline_entry.automatic, 'actorId', timeline_entry.actor_id)`,
    ({ automatic, actorId }: { automatic: boolean; actorId: string | null }, context: Context) => {
      const { userId, role } = viewerOf(context);
      return !automatic && (actorId === userId || may(role, "timeline.moderate"));
    },
  ),
} as const satisfies Projection<"timeline_entry", Exclude<keyof TimelineEntry, "summary">>["fields"];

/** A family as a module names it among the members of `TimelineEntry`. */
export function entryFamily<Data>() {
  return <Entry extends TimelineEntry, Kind extends TimelineKind>(
    type: ClassType<Entry>,
    { kinds, fields, summary }: Family<Entry, Data, Kind>,
  ): AddedMember & { type: ClassType<Entry> } => ({
    type,
    kinds,
    projection: {
      table: "timeline_entry",
      fields: {
        ...common,
        summary: field<"timeline_entry">(
          () => sql`json_build_object('kind', timeline_entry.kind, 'title', timeline_entry.title,
            'description', timeline_entry.description, 'data', timeline_entry.data)`,
          summary,
        ),
        ...fields,
      },
    },
  });
}
