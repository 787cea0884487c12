import type { Module } from "../../module.ts";
import { TimelineEntryRecord } from "./manual-entry.entity.ts";
import { changeProjection, manualEntries as entries } from "./manual-entry.projection.ts";
import { ManualEntryResolver } from "./manual-entry.resolver.ts";
import { revisionProjection } from "./revision.projection.ts";

export const manualEntries: Module = {
  entities: [TimelineEntryRecord],
  resolvers: [ManualEntryResolver],
  projections: { TimelineEntryChange: changeProjection, TimelineRevision: revisionProjection },
  members: { TimelineEntry: [entries] },
  access: {
    "Mutation.addTimelineEntry": "timeline.write",
    "Mutation.updateTimelineEntry": "timeline.write",
    "Mutation.deleteTimelineEntry": "timeline.write",
    "Mutation.restoreTimelineEntry": "timeline.write",
    "Subscription.timelineEntryChanged": "clients.read",
  },
};
