import { settingsRules } from "@clientela/shared/people/rules";
import { type Context, writtenBy } from "../../context.ts";
import { parseInput } from "../../core/errors.ts";
import { transact } from "../../core/transact.ts";
import { Settings, type SettingsInput } from "./settings.entity.ts";

/**
 * Changes the business's settings; what is hidden from agents is hidden within a second, on open pages too.
 * @throws BAD_USER_INPUT
 */
export async function updateSettings(context: Context, input: SettingsInput): Promise<void> {
  const change = parseInput(settingsRules, input);
  await transact(context.core, writtenBy(context), async (em) => {
    em.assign(await em.findOneOrFail(Settings, { id: true }), change);
  });
}
