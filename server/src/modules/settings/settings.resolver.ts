import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { settingsOf } from "./settings.cache.ts";
import { Settings, SettingsInput } from "./settings.entity.ts";
import { updateSettings } from "./settings.service.ts";

@Resolver()
export class SettingsResolver {
  @Query(() => Settings)
  settings(@Ctx() { core }: Context): Settings {
    return settingsOf(core).current;
  }

  @Mutation(() => Settings)
  async updateSettings(
    @Ctx() context: Context,
    @Arg("input", () => SettingsInput) input: SettingsInput,
  ): Promise<Settings> {
    await updateSettings(context, input);
    return settingsOf(context.core).current;
  }
}
