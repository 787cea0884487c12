import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { assign, leaveList, link, remove, setStatus, unlink } from "./bulk.actions.ts";
import { knownAssignment, knownList, knownTagIds } from "./bulk.rules.ts";
import { findOperation, runBulk, stopOperation, undoOperation } from "./bulk.service.ts";
import {
  BulkArgs,
  BulkAssignArgs,
  BulkListArgs,
  BulkOperation,
  BulkResult,
  BulkStatusArgs,
  BulkTagArgs,
} from "./bulk.types.ts";

const tags = { table: "client_tag", column: "tag_id" } as const;
const lists = { table: "client_list_member", column: "list_id" } as const;

@Resolver()
export class BulkResolver {
  @Query(() => BulkOperation, { description: "How far work on many clients has come." })
  bulkOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<BulkOperation> {
    return findOperation(context, id);
  }

  @Mutation(() => Boolean, {
    description: "Stops after the clients it is at; what was done stays, and can be taken back.",
  })
  async stopOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await stopOperation(context, id);
    return true;
  }

  @Mutation(() => BulkResult, {
    description:
      "Takes a bulk operation back, within ten minutes of its end. Clients changed since, or out of sight, are skipped, and said; they can be tried again.",
  })
  undoOperation(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<BulkResult> {
    return undoOperation(context, id);
  }

  @Mutation(() => BulkResult)
  async tagClients(
    @Ctx() context: Context,
    @Args(() => BulkTagArgs) args: BulkTagArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, link("TAG", tags, await knownTagIds(context, args.tagIds)));
  }

  @Mutation(() => BulkResult)
  async untagClients(
    @Ctx() context: Context,
    @Args(() => BulkTagArgs) args: BulkTagArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, unlink("UNTAG", tags, await knownTagIds(context, args.tagIds)));
  }

  @Mutation(() => BulkResult)
  async addClientsToList(
    @Ctx() context: Context,
    @Args(() => BulkListArgs) args: BulkListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, link("LIST", lists, [await knownList(context, args.listId)]));
  }

  @Mutation(() => BulkResult)
  async removeClientsFromList(
    @Ctx() context: Context,
    @Args(() => BulkListArgs) args: BulkListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, leaveList(await knownList(context, args.listId)));
  }

  @Mutation(() => BulkResult)
  setClientsStatus(
    @Ctx() context: Context,
    @Args(() => BulkStatusArgs) args: BulkStatusArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, setStatus(args.status));
  }

  @Mutation(() => BulkResult, { description: "Gives clients to an owner, a team, or both." })
  async assignClients(
    @Ctx() context: Context,
    @Args(() => BulkAssignArgs) args: BulkAssignArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, assign(await knownAssignment(context, args)));
  }

  @Mutation(() => BulkResult, { description: "Deletes clients." })
  deleteClients(
    @Ctx() context: Context,
    @Args(() => BulkArgs) args: BulkArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, remove());
  }
}
