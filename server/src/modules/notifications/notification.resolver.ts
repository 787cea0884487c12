import type { NotificationKind } from "@clientela/shared/notifications/rules";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { notificationById, notificationList } from "./notification.projection.ts";
import {
  countUnread,
  findPreferences,
  markNotifications,
  newNotifications,
  setPreference,
} from "./notification.service.ts";
import {
  Notification,
  NotificationConnection,
  NotificationKindEnum,
  NotificationPreference,
  NotificationsArgs,
} from "./notification.types.ts";

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: "What the viewer was told of, the latest first." })
  notifications(
    @Ctx() context: Context,
    @Args(() => NotificationsArgs) _args: NotificationsArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(notificationList, info, viewerOf(context));
  }

  @Query(() => Int, { description: "At most 100." })
  unreadNotifications(@Ctx() context: Context): Promise<number> {
    return countUnread(context);
  }

  @Query(() => [NotificationPreference])
  notificationPreferences(@Ctx() context: Context): Promise<NotificationPreference[]> {
    return findPreferences(context);
  }

  @Mutation(() => Int, {
    description: "Marks as read, or unread; all of the viewer's without ids. Answers how many remain unread.",
  })
  markNotifications(
    @Ctx() context: Context,
    @Arg("ids", () => [ID], { nullable: true }) ids: string[] | null,
    @Arg("read", () => Boolean, { defaultValue: true }) read: boolean,
  ): Promise<number> {
    return markNotifications(context, ids ?? null, read);
  }

  @Mutation(() => NotificationPreference)
  setNotificationPreference(
    @Ctx() context: Context,
    @Arg("kind", () => NotificationKindEnum) kind: NotificationKind,
    @Arg("inApp", () => Boolean) inApp: boolean,
    @Arg("email", () => Boolean) email: boolean,
  ): Promise<NotificationPreference> {
    return setPreference(context, { kind, inApp, email });
  }

  @Subscription(() => Notification, {
    description: "Each thing the viewer is told of from now on, whichever server process did it.",
    subscribe: ({ context }) => newNotifications(context as Context),
  })
  notificationAdded(@Root() id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.readShared(notificationById, info, viewerOf(context), { id });
  }
}
