import type { Module } from "../../module.ts";
import { activityKindsOf } from "./activity-kind.references.ts";
import { ActivityKindResolver } from "./activity-kind.resolver.ts";

export const activityKinds: Module = {
  resolvers: [ActivityKindResolver],
  references: [activityKindsOf],
  access: {
    "Query.activityKinds": "clients.read",
    "Mutation.createActivityKind": "settings.manage",
    "Mutation.updateActivityKind": "settings.manage",
    "Mutation.archiveActivityKind": "settings.manage",
  },
};
