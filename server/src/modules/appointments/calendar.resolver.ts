import { Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { DateTime } from "../../core/scalars.ts";
import { createFeed, findFeed, revokeFeed } from "./calendar.service.ts";

@ObjectType({ description: "The address at which a calendar program reads one's own appointments." })
export class CalendarFeed {
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "To the hour." })
  lastUsedAt!: Date | null;
}

@ObjectType()
export class CreatedCalendarFeed {
  @Field(() => String, { description: "Shown this once; whoever knows it reads the calendar." })
  url!: string;
}

@Resolver()
export class CalendarResolver {
  @Query(() => CalendarFeed, { nullable: true, description: "Null while one has no address." })
  calendarFeed(@Ctx() context: Context): Promise<CalendarFeed | null> {
    return findFeed(context.core, viewerOf(context).userId);
  }

  @Mutation(() => CreatedCalendarFeed, { description: "Makes the address; the former one ends." })
  async createCalendarFeed(@Ctx() context: Context): Promise<CreatedCalendarFeed> {
    return { url: await createFeed(context) };
  }

  @Mutation(() => Boolean)
  async revokeCalendarFeed(@Ctx() context: Context): Promise<boolean> {
    await revokeFeed(context);
    return true;
  }
}
