import type { Module } from "../../module.ts";
import { ApiKey } from "./api-key.entity.ts";
import { ApiKeyResolver } from "./api-key.resolver.ts";

export const apiKeys: Module = {
  entities: [ApiKey],
  resolvers: [ApiKeyResolver],
  access: {
    "Query.apiKeys": { person: true, permission: "apiKeys.manage" },
    "Mutation.createApiKey": { person: true, permission: "apiKeys.manage" },
    "Mutation.revokeApiKey": { person: true, permission: "apiKeys.manage" },
  },
};
