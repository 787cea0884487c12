import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { NewsletterStateEnum } from "../lists/list.entity.ts";
import { Client } from "./client.entity.ts";
import { reactivateClient, setNewsletterState } from "./client-state.service.ts";
import { readClient } from "./read-client.ts";

@Resolver()
export class ClientStateResolver {
  @Mutation(() => Client, { description: "Gives an inactive client the status back that it had before." })
  reactivateClient(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return reactivateClient(context, id, (id, within) => readClient(context, info, id, within));
  }

  @Mutation(() => Client, { description: "Of a list that is a newsletter." })
  setNewsletterState(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("listId", () => ID) listId: string,
    @Arg("state", () => NewsletterStateEnum) state: keyof typeof NewsletterStateEnum,
    @Arg("reason", () => String, {
      nullable: true,
      description: "Needed where the client has unsubscribed: who put it back, and why, stays on the timeline.",
    })
    reason: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return setNewsletterState(context, clientId, { listId, state, reason }, (id, within) =>
      readClient(context, info, id, within),
    );
  }
}
