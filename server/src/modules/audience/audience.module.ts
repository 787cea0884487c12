import type { Module } from "../../module.ts";
import { AudienceResolver } from "./audience.resolver.ts";

export const audience: Module = {
  resolvers: [AudienceResolver],
  access: {
    "Query.clientAudience": "clients.read",
  },
};
