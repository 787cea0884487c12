import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver, Root, Subscription } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { PageArgs } from "../../core/read/connection.ts";
import { newEntries } from "./timeline.news.ts";
import { latestEntries, timelineEntryById, toldEntry } from "./timeline.queries.ts";

import { TimelineConnection, TimelineEntry } from "./timeline.types.ts";

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
}
