import type { Module } from "../../module.ts";
import { timelineProjection } from "./timeline.projection.ts";
import { TimelineResolver } from "./timeline.resolver.ts";

export const timeline: Module = {
  resolvers: [TimelineResolver],
  projections: { TimelineEntry: timelineProjection },
  access: {
    "Query.latestActivity": "clients.read",
    "Query.timelineEntry": "clients.read",
    "Subscription.timelineEntryAdded": "clients.read",
  },
  hangsOnClient: [{ table: "timeline_entry", column: "client_id" }],
};
