import { type MessageKind, type MessageState, messageKinds, messageStates } from "@clientela/shared/mail/rules";
import { ArgsType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../../core/enum.ts";
import { Node } from "../../core/node.ts";
import { Connection, PageArgs } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";

export const MessageKindEnum = enumOf(messageKinds);
export const MessageStateEnum = enumOf(messageStates);
registerEnumType(MessageKindEnum, { name: "MessageKind" });
registerEnumType(MessageStateEnum, {
  name: "MessageState",
  description: "KEPT was never to leave, for no mail server was configured.",
});

/** An e-mail to one of our people, and what became of it. */
@ObjectType({ implements: Node, description: "An e-mail to one of our people, and what became of it." })
export class Message extends Node {
  @Field(() => MessageKindEnum)
  kind!: MessageKind;
  @Field(() => String)
  to!: string;
  @Field(() => String)
  subject!: string;
  @Field(() => String, {
    nullable: true,
    description: "Null where a link in it is not the viewer's to open, or was forgotten.",
  })
  text!: string | null;
  @Field(() => MessageStateEnum)
  state!: MessageState;
  @Field(() => Int)
  attempts!: number;
  @Field(() => String, { nullable: true, description: "In the mail server's words." })
  lastError!: string | null;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true })
  lastAttemptAt!: Date | null;
  @Field(() => DateTime, { nullable: true })
  nextAttemptAt!: Date | null;
  @Field(() => DateTime, { nullable: true })
  sentAt!: Date | null;
}
export const MessageConnection = Connection("Message", () => Message);

@ArgsType()
export class MessagesArgs extends PageArgs {
  @Field(() => [MessageStateEnum], { nullable: true })
  states?: MessageState[] | null;
}

/** Whether e-mail leaves at all. */
@ObjectType({ description: "Whether e-mail leaves at all." })
export class MailServer {
  @Field(() => Boolean, { description: "False: every message is kept in the outbox." })
  configured!: boolean;
  @Field(() => String, { nullable: true, description: "The address that messages come from." })
  from!: string | null;
}
