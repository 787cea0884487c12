import { sql } from "kysely";
import { movesAll } from "../../client-column.ts";
import type { Module } from "../../module.ts";
import { timelineProjection } from "./timeline.projection.ts";
import { TimelineResolver } from "./timeline.resolver.ts";

/** An entry remembers whose it was: the edits of another client are no history of the survivor's values. */
const entriesMove = movesAll("timeline_entry", {
  indexed: sql`deleted_at is null`,
  known: sql`not automatic and deleted_at is null`,
  also: {
    moved: sql`origin_id = coalesce(moved.origin_id, moved.client_id)`,
    back: (to) => sql`origin_id = nullif(moved.origin_id, ${to})`,
  },
});

export const timeline: Module = {
  resolvers: [TimelineResolver],
  projections: { TimelineEntry: timelineProjection },
  access: {
    "Query.latestActivity": "clients.read",
    "Query.timelineEntry": "clients.read",
    "Subscription.timelineEntryAdded": "clients.read",
  },
  hangsOnClient: [{ table: "timeline_entry", column: "client_id", onMerge: entriesMove }],
};
