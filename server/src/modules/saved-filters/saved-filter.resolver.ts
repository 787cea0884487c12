import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { SaveFilterArgs } from "./saved-filter.inputs.ts";
import { deleteSavedFilter, findSavedFilters, saveFilter } from "./saved-filter.service.ts";
import { SavedFilter } from "./saved-filter.types.ts";

@Resolver()
export class SavedFilterResolver {
  @Query(() => [SavedFilter], { description: "The viewer's own and the shared ones, by name." })
  savedFilters(@Ctx() context: Context): Promise<SavedFilter[]> {
    return findSavedFilters(context);
  }

  @Mutation(() => SavedFilter, { description: "Replaces the viewer's own filter of the same name." })
  saveFilter(@Ctx() context: Context, @Args(() => SaveFilterArgs) args: SaveFilterArgs): Promise<SavedFilter> {
    return saveFilter(context, args);
  }

  @Mutation(() => Boolean, { description: "One's own; a shared one also who manages settings." })
  async deleteSavedFilter(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteSavedFilter(context, id);
    return true;
  }
}
