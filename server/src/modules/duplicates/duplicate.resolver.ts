import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { Client } from "../clients/client.entity.ts";
import { readClient } from "../clients/read-client.ts";
import { findDuplicates } from "./duplicate.queries.ts";
import { DuplicateMatch, DuplicateProbe } from "./duplicate.types.ts";

@Resolver(() => DuplicateMatch)
export class DuplicateResolver {
  @Query(() => [DuplicateMatch], {
    description:
      "Clients that may exist already: by e-mail, number or tax number exactly, by name approximately; ten at most, the surest first.",
  })
  clientDuplicates(
    @Ctx() context: Context,
    @Arg("input", () => DuplicateProbe) input: DuplicateProbe,
  ): Promise<DuplicateMatch[]> {
    return findDuplicates(context, input);
  }

  @FieldResolver(() => Client, { nullable: true })
  client(@Root() { clientId: id }: DuplicateMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return id && readClient(context, info, id);
  }
}
