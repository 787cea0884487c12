import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { ViewerType } from "../people/people.types.ts";
import { shownViewer } from "../people/shown-viewer.ts";
import { setUp, setUpNeeded } from "./set-up.service.ts";
import { SetUpInput, SetUpState } from "./set-up.types.ts";

@Resolver()
export class SetUpResolver {
  @Query(() => SetUpState)
  async setUpState(@Ctx() { core }: Context): Promise<SetUpState> {
    return { needed: await setUpNeeded(core) };
  }

  @Mutation(() => ViewerType, {
    description: "With the token of the link that the server printed; signs the owner in.",
  })
  async setUp(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
    @Arg("input", () => SetUpInput) input: SetUpInput,
  ): Promise<ViewerType | null> {
    await setUp(context, token, input);
    return shownViewer(context);
  }
}
