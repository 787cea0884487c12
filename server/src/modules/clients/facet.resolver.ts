import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { type Context, viewerOf } from "../../context.ts";
import { clientFacets } from "./facet.queries.ts";
import { ClientFacets, FacetArgs } from "./facet.types.ts";

@Resolver()
export class FacetResolver {
  @Query(() => ClientFacets, { description: "What the filter panel offers." })
  async clientFacets(
    @Ctx() context: Context,
    @Args(() => FacetArgs) { filter }: FacetArgs,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.core.reader.read(await clientFacets(context, filter), info, viewerOf(context));
  }
}
