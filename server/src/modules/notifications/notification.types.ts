import { type NotificationKind, notificationKinds } from "@clientela/shared/notifications/rules";
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../../core/enum.ts";
import { Node } from "../../core/node.ts";
import { Connection, PageArgs } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

export const NotificationKindEnum = enumOf(notificationKinds);
registerEnumType(NotificationKindEnum, { name: "NotificationKind" });

/** Something that a person is told of. */
@ObjectType({ implements: Node, description: "Something that the viewer is told of." })
export class Notification extends Node {
  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;
  @Field(() => User, { nullable: true, description: "Who did it; null for the system." })
  actor!: object | null;
  @Field(() => ID, { nullable: true, description: "The timeline entry it is about." })
  entryId!: string | null;
  @Field(() => String, { nullable: true, description: "What it is about in a few words." })
  excerpt!: string | null;
  @Field(() => Int, { description: "How many things were done at once." })
  count!: number;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true })
  readAt!: Date | null;
}
export const NotificationConnection = Connection("Notification", () => Notification);

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true })
  unreadOnly?: boolean | null;
}

/** How the viewer wants to be told of one kind of thing. */
@ObjectType({ description: "How the viewer wants to be told of one kind of thing." })
export class NotificationPreference {
  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;
  @Field(() => Boolean)
  inApp!: boolean;
  @Field(() => Boolean)
  email!: boolean;
}
