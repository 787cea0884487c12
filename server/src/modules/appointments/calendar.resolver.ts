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

@Resolver()
export class CalendarResolver {
  @Query(() => CalendarFeed, { nullable: true, description: "Null while one has no address." })
  calendarFeed(@Ctx() context: Context): Promise<CalendarFeed | null> {
    return findFeed(context.core, viewerOf(context).userId);
  }

  @Mutation(() => String, {
    description:
      "Makes the address and answers it, this once; the former one ends. Whoever knows it reads the calendar.",
  })
  createCalendarFeed(@Ctx() context: Context): Promise<string> {
    return createFeed(context);
  }

  @Mutation(() => Boolean)
  async revokeCalendarFeed(@Ctx() context: Context): Promise<boolean> {
    await revokeFeed(context);
    return true;
  }
}
