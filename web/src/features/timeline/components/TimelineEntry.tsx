import type { Entry } from "../useTimeline.ts";
import {
  AppointmentEntry,
  ClientEditedEntry,
  ClientLifecycleEntry,
  ContactDataRevealedEntry,
  ContactEntry,
  FileEntry,
  NewsletterChangedEntry,
  StatusChangedEntry,
  TaskEntry,
} from "./AutomaticEntries.tsx";
import { ManualEntry } from "./ManualEntry.tsx";

interface TimelineEntryProps {
  clientId: string;
  entry: Entry;
  fresh: boolean;
}

/** The one switch between the kinds of entries: each has its component. */
export function TimelineEntry({ clientId, entry, fresh }: TimelineEntryProps) {
  switch (entry.__typename) {
    case "ManualEntry":
      return <ManualEntry clientId={clientId} entry={entry} fresh={fresh} />;
    case "ClientLifecycleEntry":
      return <ClientLifecycleEntry entry={entry} fresh={fresh} />;
    case "ClientEditedEntry":
      return <ClientEditedEntry entry={entry} fresh={fresh} />;
    case "StatusChangedEntry":
      return <StatusChangedEntry entry={entry} fresh={fresh} />;
    case "NewsletterChangedEntry":
      return <NewsletterChangedEntry entry={entry} fresh={fresh} />;
    case "ContactEntry":
      return <ContactEntry entry={entry} fresh={fresh} />;
    case "AppointmentEntry":
      return <AppointmentEntry entry={entry} fresh={fresh} />;
    case "TaskEntry":
      return <TaskEntry entry={entry} fresh={fresh} />;
    case "FileEntry":
      return <FileEntry entry={entry} fresh={fresh} />;
    case "ContactDataRevealedEntry":
      return <ContactDataRevealedEntry entry={entry} fresh={fresh} />;
  }
}
