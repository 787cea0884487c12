import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { cancelMessage, retryMessage } from "./mail.service.ts";
import { messageById, messageList } from "./message.projection.ts";
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
  async retryMessage(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    await retryMessage(context, id);
    return context.core.reader.read(messageById, info, viewerOf(context), { id });
  }

  @Mutation(() => Message, { description: "Takes a message back that waits." })
  async cancelMessage(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    await cancelMessage(context, id);
    return context.core.reader.read(messageById, info, viewerOf(context), { id });
  }
}
