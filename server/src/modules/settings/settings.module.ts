import type { Module } from "../../module.ts";
import { settingsOf } from "./settings.cache.ts";
import { Settings } from "./settings.entity.ts";
import { SettingsResolver } from "./settings.resolver.ts";

export const settings: Module = {
  entities: [Settings],
  resolvers: [SettingsResolver],
  references: [settingsOf],
  access: {
    "Query.settings": "settings.read",
    "Mutation.updateSettings": "settings.manage",
  },
};
