import { type SqlBool, sql } from "kysely";
import type { PageArgs } from "../../core/read/connection.ts";
import { desc, type Root } from "../../core/read/projection.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../access/visible.ts";
import { entryVisibleTo, timelineProjection } from "./timeline.projection.ts";

/** What was done to many clients at once says little of each; the index of the latest entries leaves it out. */
const notOfMany = sql<SqlBool>`not ledger.of_many(timeline_entry.cause)`;

/** The search ends after so many entries: it would walk the whole business for a viewer with few clients. */
const LOOKED_THROUGH = 10_000;

/** One entry of a client that the viewer sees, or null. */
export const timelineEntryById: Root<{ id: string }> = {
  build: ({ eb, args, viewer, one }) =>
    one(
      timelineProjection,
      eb
        .selectFrom("timeline_entry")
        .where("timeline_entry.id", "=", args.id.map(uuidOrNull))
        .where("timeline_entry.deleted_at", "is", null)
        .where(entryVisibleTo(viewer))
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("client").whereRef("client.id", "=", "timeline_entry.client_id").where(visibleTo(viewer))),
        ),
    ),
};

/**
 * What happened last with the clients that the viewer sees, latest first. For agents only the newest 10,000 entries of
 * the business are searched.
 */
export const latestEntries: Root<PageArgs> = {
  build: ({ eb, viewer, page }) => {
    const latest = eb
      .selectFrom("timeline_entry")
      .where("timeline_entry.deleted_at", "is", null)
      .where(notOfMany)
      .where(entryVisibleTo(viewer))
      .where(({ exists, selectFrom }) =>
        exists(selectFrom("client").whereRef("client.id", "=", "timeline_entry.client_id").where(visibleTo(viewer))),
      );
    return page(
      timelineProjection,
      viewer.seesAllClients
        ? latest
        : latest.where(sql<SqlBool>`timeline_entry.occurred_at >= coalesce((
            select occurred_at from timeline_entry
            where deleted_at is null and ${notOfMany}
            order by occurred_at desc, id desc offset ${sql.lit(LOOKED_THROUGH)} limit 1), '-infinity')`),
      desc("timeline_entry.occurred_at"),
    );
  },
};

/** An entry that the gate has just let through to a subscriber: one reading serves all of them. */
export const toldEntry: Root<{ id: string }> = {
  build: ({ eb, args, one }) =>
    one(
      timelineProjection,
      eb
        .selectFrom("timeline_entry")
        .where("timeline_entry.id", "=", args.id.map(uuidOrNull))
        .where("timeline_entry.deleted_at", "is", null),
    ),
};
