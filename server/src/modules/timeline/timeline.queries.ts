import { type Context, viewerOf } from "../../context.ts";
import { notFound } from "../../core/errors.ts";
import { untilLeft } from "../../core/live.ts";
import type { Root } from "../../core/read/projection.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { visibleTo } from "../clients/visible.ts";
import { entryVisibleTo, timelineProjection } from "./timeline.projection.ts";

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
 * The ids of the entries added to a client from now on. It ends when the viewer may no longer see the client.
 * @throws NOT_FOUND
 */
export const newEntries = (context: Context, clientId: string): AsyncIterableIterator<string> =>
  untilLeft(async function* (signal) {
    const { core } = context;
    const known = uuidOrNull(clientId)?.toLowerCase();
    if (!known) throw notFound();
    const visible = async () => {
      const query = core.db.selectFrom("client").select("id").where("client.id", "=", known);
      return (await query.where(visibleTo(viewerOf(context))).executeTakeFirst()) !== undefined;
    };
    // Listening begins before the first look, so that no entry falls between them.
    const entries = core.live.entriesOf(known, signal);
    if (!(await visible())) throw notFound();
    for await (const [id] of entries) {
      if (!(await visible())) throw notFound();
      if (await isShown(context, id)) yield id;
    }
  });

/** Whether the viewer, who sees the client, may see this entry too. */
async function isShown(context: Context, id: string): Promise<boolean> {
  const query = context.core.db.selectFrom("timeline_entry").select("id").where("id", "=", id);
  return (await query.where(entryVisibleTo(viewerOf(context))).executeTakeFirst()) !== undefined;
}
