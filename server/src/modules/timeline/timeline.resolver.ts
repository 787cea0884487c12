import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { PageArgs } from "../../core/read/connection.ts";
import { latestEntries, newEntries, timelineEntryById } from "./timeline.queries.ts";
import { addTimelineEntry, deleteTimelineEntry, updateTimelineEntry } from "./timeline.service.ts";
import { TimelineConnection, TimelineEntry, TimelineEntryInput } from "./timeline.types.ts";

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineConnection, {
    description:
      "What happened last with any client, latest first; without what bulk work and imports did to many at once.",
  })
  latestActivity(@Ctx() context: Context, @Args(() => PageArgs) _page: PageArgs, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(latestEntries, info, viewerOf(context));
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
    @Info() info: GraphQLResolveInfo,
  ) {
    await updateTimelineEntry(context, id, input);
    return context.core.reader.read(timelineEntryById, info, viewerOf(context), { id });
  }

  @Mutation(() => Boolean)
  async deleteTimelineEntry(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTimelineEntry(context, id);
    return true;
  }

  @Subscription(() => TimelineEntry, {
    description:
      "Each entry added to the client from now on, whichever server process wrote it. Ends when the viewer may no longer see the client.",
    subscribe: ({ context, args }) => newEntries(context as Context, (args as { clientId: string }).clientId),
  })
  timelineEntryAdded(
    @Root() id: string,
    @Arg("clientId", () => ID) _clientId: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(timelineEntryById, info, viewerOf(context), { id });
  }
}
