import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { Client } from "../clients/client.entity.ts";
import { readClient } from "../clients/read-client.ts";
import { previewMerge } from "./merge.preview.ts";
import { findMerge } from "./merge.queries.ts";
import { mergeClients } from "./merge.service.ts";
import { ClientMerge, MergeClientsInput, MergePreview, MergeResult } from "./merge.types.ts";
import { undoMerge } from "./merge.undo.ts";

@Resolver(() => MergeResult)
export class MergeResolver {
  @Query(() => MergePreview, { description: "What `mergeClients` would do; nothing is written." })
  mergePreview(
    @Ctx() context: Context,
    @Arg("input", () => MergeClientsInput) input: MergeClientsInput,
  ): Promise<MergePreview> {
    return previewMerge(context, input);
  }

  @Query(() => ClientMerge, { nullable: true })
  clientMerge(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<ClientMerge | null> {
    return findMerge(context, id);
  }

  @Mutation(() => MergeResult, {
    description:
      "Makes clients one: everything of the others becomes the survivor's, whose ids answer with it from now on. ILLEGAL_STATE names the survivor of one that was merged already.",
  })
  mergeClients(
    @Ctx() context: Context,
    @Arg("input", () => MergeClientsInput) input: MergeClientsInput,
  ): Promise<MergeResult> {
    return mergeClients(context, input);
  }

  @Mutation(() => [Client], {
    description:
      "Separates the clients of a merge again, within thirty days of it: the survivor first. What came since stays with the survivor; `clientMerge` says what.",
  })
  async undoMerge(@Ctx() context: Context, @Arg("id", () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    const ids = await undoMerge(context, id);
    return Promise.all(ids.map((one) => readClient(context, info, one)));
  }

  @FieldResolver(() => Client)
  client(@Root() { clientId }: MergeResult, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return readClient(context, info, clientId);
  }
}

@Resolver(() => ClientMerge)
export class ClientMergeResolver {
  @FieldResolver(() => Client, { nullable: true, description: "The survivor, or who answers for it now." })
  client(@Root() { clientId }: ClientMerge, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return readClient(context, info, clientId);
  }
}
