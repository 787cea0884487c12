import type { Module } from "../../module.ts";
import { ActivityKindResolver } from "./activity-kind.resolver.ts";

export const activityKinds: Module = {
  resolvers: [ActivityKindResolver],
  access: {
    "Query.activityKinds": "clients.read",
    "Mutation.createActivityKind": "settings.manage",
    "Mutation.updateActivityKind": "settings.manage",
    "Mutation.archiveActivityKind": "settings.manage",
  },
};
