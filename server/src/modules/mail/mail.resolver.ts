import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { cancelMessage, retryMessage } from "./mail.service.ts";
import { messageList, readMessage } from "./message.projection.ts";
import { MailServer, Message, MessageConnection, MessagesArgs } from "./message.types.ts";
import { smtpOf } from "./smtp.ts";

@Resolver()
export class MailResolver {
  @Query(() => MailServer)
  mailServer(@Ctx() { core }: Context): MailServer {
    const smtp = smtpOf(core);
    return { configured: smtp !== null, from: smtp?.from ?? null };
  }

  @Query(() => MessageConnection, { description: "The outbox: every e-mail, the latest first." })
  messages(@Ctx() context: Context, @Args(() => MessagesArgs) _args: MessagesArgs, @Info() info: GraphQLResolveInfo) {
    return context.core.reader.read(messageList, info, viewerOf(context));
  }

  @Mutation(() => Message, { description: "Sends a message now that waits, was kept, cancelled, or failed." })
  retryMessage(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return retryMessage(context, id, (id, within) => readMessage(context, info, id, within));
  }

  @Mutation(() => Message, { description: "Takes a message back that waits." })
  cancelMessage(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return cancelMessage(context, id, (id, within) => readMessage(context, info, id, within));
  }
}
