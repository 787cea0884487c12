import type { Module } from "../../module.ts";
import { revisionProjection } from "./revision.projection.ts";
import { changeProjection, timelineProjection } from "./timeline.projection.ts";
import { TimelineResolver } from "./timeline.resolver.ts";
import {
  AppointmentEntry,
  ClientEditedEntry,
  ClientLifecycleEntry,
  ContactDataRevealedEntry,
  ContactEntry,
  FileEntry,
  ManualEntry,
  NewsletterChangedEntry,
  StatusChangedEntry,
  TaskEntry,
} from "./timeline.types.ts";
import { TimelineEntryRecord } from "./timeline-entry.entity.ts";

export const timeline: Module = {
  entities: [TimelineEntryRecord],
  resolvers: [TimelineResolver],
  orphanedTypes: [
    ManualEntry,
    ClientLifecycleEntry,
    ClientEditedEntry,
    StatusChangedEntry,
    NewsletterChangedEntry,
    ContactEntry,
    FileEntry,
    ContactDataRevealedEntry,
    TaskEntry,
    AppointmentEntry,
  ],
  projections: {
    TimelineEntry: timelineProjection,
    TimelineEntryChange: changeProjection,
    TimelineRevision: revisionProjection,
  },
  access: {
    "Query.latestActivity": "clients.read",
    "Query.timelineEntry": "clients.read",
    "Mutation.addTimelineEntry": "timeline.write",
    "Mutation.updateTimelineEntry": "timeline.write",
    "Mutation.deleteTimelineEntry": "timeline.write",
    "Mutation.restoreTimelineEntry": "timeline.write",
    "Subscription.timelineEntryAdded": "clients.read",
    "Subscription.timelineEntryChanged": "clients.read",
  },
  hangsOnClient: [{ table: "timeline_entry", column: "client_id" }],
};
