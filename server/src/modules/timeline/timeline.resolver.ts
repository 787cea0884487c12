import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { PageArgs } from "../../core/read/connection.ts";
import { newEntries, newRevisions } from "./timeline.news.ts";
import { latestEntries, timelineEntryById, toldChange, toldEntry } from "./timeline.queries.ts";
import {
  addTimelineEntry,
  deleteTimelineEntry,
  restoreTimelineEntry,
  updateTimelineEntry,
} from "./timeline.service.ts";
import { TimelineConnection, TimelineEntry, TimelineEntryChange, TimelineEntryInput } from "./timeline.types.ts";

const SINCE = "A `timelineCursor`: begins with what came since.";

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineConnection, {
    description:
      "What happened last with any client, latest first; without what bulk work and imports did to many at once.",
  })
  latestActivity(@Ctx() context: Context, @Args(() => PageArgs) _page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(latestEntries, info, viewerOf(context));
  }

  @Query(() => TimelineEntry, { nullable: true })
  timelineEntry(@Ctx() context: Context, @Arg("id", () => ID) _id: string, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(timelineEntryById, info, viewerOf(context));
  }

  @Mutation(() => TimelineEntry)
  async addTimelineEntry(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("input", () => TimelineEntryInput) input: TimelineEntryInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    const id = await addTimelineEntry(context, clientId, input);
    return context.core.reader.read(timelineEntryById, info, viewerOf(context), { id });
  }

  @Mutation(() => TimelineEntry)
  async updateTimelineEntry(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => TimelineEntryInput) input: TimelineEntryInput,
    @Arg("expectedVersion", () => Int, { nullable: true, description: "The version the change was made on." })
    expectedVersion: number | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    await updateTimelineEntry(context, id, input, expectedVersion);
    return context.core.reader.read(timelineEntryById, info, viewerOf(context), { id });
  }

  @Mutation(() => Boolean)
  async deleteTimelineEntry(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTimelineEntry(context, id);
    return true;
  }

  @Mutation(() => TimelineEntry, { description: "Puts a deleted manual entry back on the timeline." })
  async restoreTimelineEntry(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    await restoreTimelineEntry(context, id);
    return context.core.reader.read(timelineEntryById, info, viewerOf(context), { id });
  }

  @Subscription(() => TimelineEntry, {
    description:
      "Each entry added to the client from now on, whichever server process wrote it. Ends when the viewer may no longer see the client.",
    subscribe: ({ context, args }) => newEntries(context as Context, args.clientId as string, args.since ?? null),
  })
  timelineEntryAdded(
    @Root() id: string,
    @Arg("clientId", () => ID) _clientId: string,
    @Arg("since", () => String, { nullable: true, description: SINCE }) _since: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.readShared(toldEntry, info, viewerOf(context), { id });
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
