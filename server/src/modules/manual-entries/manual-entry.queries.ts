import type { GraphQLResolveInfo } from "graphql";
import { type Context, viewerOf } from "../../context.ts";
import type { Root } from "../../core/read/projection.ts";
import type { Sender } from "../../core/read/reader.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { timelineEntryById } from "../timeline/timeline.queries.ts";
import { changeProjection } from "./manual-entry.projection.ts";

/** The entry that a mutation changed, as its answer selects it. */
export const readEntry = (context: Context, info: GraphQLResolveInfo, id: string, within?: Sender) =>
  context.core.reader.read(timelineEntryById, info, viewerOf(context), { id }, within);

/** A change of a manual entry that the gate has just let through to a subscriber. */
export const toldChange: Root<{ id: string }> = {
  build: ({ eb, args, one }) =>
    one(
      changeProjection,
      eb.selectFrom("timeline_revision").where("timeline_revision.id", "=", args.id.map(uuidOrNull)),
    ),
};
