import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { newRevisions } from "../timeline/timeline.news.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { readEntry, toldChange } from "./manual-entry.queries.ts";
import {
  addTimelineEntry,
  deleteTimelineEntry,
  restoreTimelineEntry,
  updateTimelineEntry,
} from "./manual-entry.service.ts";
import { TimelineEntryChange, TimelineEntryInput } from "./manual-entry.types.ts";

const SINCE = "A `timelineCursor`: begins with what came since.";

@Resolver()
export class ManualEntryResolver {
  @Mutation(() => TimelineEntry)
  addTimelineEntry(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("input", () => TimelineEntryInput) input: TimelineEntryInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return addTimelineEntry(context, clientId, input, (id, within) => readEntry(context, info, id, within));
  }

  @Mutation(() => TimelineEntry)
  updateTimelineEntry(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => TimelineEntryInput) input: TimelineEntryInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return updateTimelineEntry(context, id, input, expectedVersion, (id, within) =>
      readEntry(context, info, id, within),
    );
  }

  @Mutation(() => Boolean)
  async deleteTimelineEntry(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTimelineEntry(context, id);
    return true;
  }

  @Mutation(() => TimelineEntry, { description: "Puts a deleted manual entry back on the timeline." })
  restoreTimelineEntry(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return restoreTimelineEntry(context, id, (id, within) => readEntry(context, info, id, within));
  }

  @Subscription(() => TimelineEntryChange, {
    description:
      "Each edit, deletion and restoration of a manual entry of the client from now on, whichever server process wrote it. Ends when the viewer may no longer see the client.",
    subscribe: ({ context, args }) => newRevisions(context as Context, args.clientId as string, args.since ?? null),
  })
  timelineEntryChanged(
    @Root() id: string,
    @Arg("clientId", () => ID) _clientId: string,
    @Arg("since", () => String, { nullable: true, description: SINCE }) _since: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.readShared(toldChange, info, viewerOf(context), { id });
  }
}
