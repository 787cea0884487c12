import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { revealContactData } from "./reveal.service.ts";
import { RevealedContactData } from "./reveal.types.ts";

@Resolver()
export class RevealResolver {
  @Mutation(() => RevealedContactData, {
    description:
      "Shows an agent the hidden contact data of one client, this once. Who asked and why stays on the timeline, where management and that agent see it.",
  })
  revealContactData(
    @Ctx() context: Context,
    @Arg("clientId", () => ID) clientId: string,
    @Arg("reason", () => String, { description: "5 to 500 characters." }) reason: string,
  ): Promise<RevealedContactData> {
    return revealContactData(context, clientId, reason);
  }
}
