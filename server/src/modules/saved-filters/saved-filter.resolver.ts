import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { ClientFilter } from "../clients/client.inputs.ts";
import { deleteSavedFilter, findSavedFilters, saveFilter } from "./saved-filter.service.ts";
import { SavedFilter } from "./saved-filter.types.ts";

@Resolver()
export class SavedFilterResolver {
  @Query(() => [SavedFilter], { description: "The viewer's own and the shared ones, by name." })
  savedFilters(@Ctx() context: Context): Promise<SavedFilter[]> {
    return findSavedFilters(context);
  }

  @Mutation(() => SavedFilter, { description: "Replaces the viewer's own filter of the same name." })
  saveFilter(
    @Ctx() context: Context,
    @Arg("name", () => String) name: string,
    @Arg("filter", () => ClientFilter) filter: ClientFilter,
    @Arg("shared", () => Boolean, { defaultValue: false, description: "Whether everyone gets it." }) shared: boolean,
  ): Promise<SavedFilter> {
    return saveFilter(context, name, filter, shared);
  }

  @Mutation(() => Boolean, { description: "One's own; a shared one also who manages settings." })
  async deleteSavedFilter(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteSavedFilter(context, id);
    return true;
  }
}
