import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { BulkResult } from "../operations/operation.types.ts";
import { knownAssignment, knownList, knownTagIds } from "./bulk.rules.ts";
import { runBulk } from "./bulk.service.ts";
import { BulkArgs, BulkAssignArgs, BulkListArgs, BulkStatusArgs, BulkTagArgs } from "./bulk.types.ts";
import { assigning, movingToTeam } from "./kinds/assign.ts";
import { deleting } from "./kinds/delete.ts";
import { listing, unlisting } from "./kinds/list.ts";
import { settingStatus } from "./kinds/status.ts";
import { tagging, untagging } from "./kinds/tag.ts";

@Resolver()
export class BulkResolver {
  @Mutation(() => BulkResult)
  async tagClients(
    @Ctx() context: Context,
    @Args(() => BulkTagArgs) args: BulkTagArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, tagging, { tagIds: await knownTagIds(context, args.tagIds) });
  }

  @Mutation(() => BulkResult)
  async untagClients(
    @Ctx() context: Context,
    @Args(() => BulkTagArgs) args: BulkTagArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, untagging, { tagIds: await knownTagIds(context, args.tagIds) });
  }

  @Mutation(() => BulkResult)
  async addClientsToList(
    @Ctx() context: Context,
    @Args(() => BulkListArgs) args: BulkListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, listing, { listId: await knownList(context, args.listId) });
  }

  @Mutation(() => BulkResult)
  async removeClientsFromList(
    @Ctx() context: Context,
    @Args(() => BulkListArgs) args: BulkListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, unlisting, { listId: await knownList(context, args.listId) });
  }

  @Mutation(() => BulkResult)
  setClientsStatus(
    @Ctx() context: Context,
    @Args(() => BulkStatusArgs) args: BulkStatusArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, settingStatus, { status: args.status });
  }

  @Mutation(() => BulkResult, { description: "Gives clients to an owner, a team, or both." })
  async assignClients(
    @Ctx() context: Context,
    @Args(() => BulkAssignArgs) args: BulkAssignArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    const { ownerId, teamId = null } = await knownAssignment(context, args);
    if (ownerId === undefined) return runBulk(context, args, info, movingToTeam, { teamId });
    return runBulk(context, args, info, assigning, { ownerId, ...(args.teamId !== undefined && { teamId }) });
  }

  @Mutation(() => BulkResult, { description: "Deletes clients." })
  deleteClients(
    @Ctx() context: Context,
    @Args(() => BulkArgs) args: BulkArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BulkResult> {
    return runBulk(context, args, info, deleting, {});
  }
}
