import { privateKinds } from "@clientela/shared/timeline/rules";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { type AbstractProjection, desc, field, type Scope } from "../../core/read/projection.ts";
import type { Viewer } from "../../core/viewer.ts";
import { timelineConditions } from "./timeline.filter.ts";
import type { TimelineArgs } from "./timeline.types.ts";

/**
 * Which entries of a visible client exist for a viewer: some are for management and for who did it
 * to know.
 */
export const entryVisibleTo = ({
  role,
  userId,
}: {
  role: Viewer["role"];
  userId: string | Expression<unknown>;
}): RawBuilder<SqlBool> =>
  role === "AGENT"
    ? sql`(timeline_entry.kind not in (${sql.join(privateKinds.map((kind) => sql.lit(kind)))}) or timeline_entry.actor_id = ${userId})`
    : sql`true`;

/** Entries by their kind; modules bring their families as members. */
export const timelineProjection: AbstractProjection<"timeline_entry"> = {
  table: "timeline_entry",
  kindColumn: "kind",
};

/** A client's timeline, latest first. */
export const timelinePage = ({ eb, args, page, viewer }: Scope<"client", TimelineArgs>) =>
  page(
    timelineProjection,
    eb
      .selectFrom("timeline_entry")
      .whereRef("timeline_entry.client_id", "=", "client.id")
      .where("timeline_entry.deleted_at", "is", null)
      .where(entryVisibleTo(viewer))
      .where(({ and }) => and(timelineConditions(args.filter))),
    desc("timeline_entry.occurred_at"),
  );

/** Where the timeline read beside it ends: live events go on from there. */
export const timelineCursor = field<"client">(() => sql`pg_current_snapshot()::text`);
