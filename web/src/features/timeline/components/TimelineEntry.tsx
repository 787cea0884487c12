import EventNote from "@mui/icons-material/EventNoteOutlined";
import { type ComponentType, useContext } from "react";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import { EntryComponentsContext, type EntryProps } from "../../../entries/entryComponents.ts";
import type { Entry } from "../useTimeline.ts";
import { ManualEntry } from "./ManualEntry.tsx";

interface TimelineEntryProps {
  clientId: string;
  entry: Entry;
  fresh: boolean;
}

/** An entry as the feature shows it whose type it is; its summary where none does. */
export function TimelineEntry({ clientId, entry, fresh }: TimelineEntryProps) {
  const components = useContext(EntryComponentsContext);
  if (entry.__typename === "ManualEntry") return <ManualEntry clientId={clientId} entry={entry} fresh={fresh} />;
  // Each is made for the type that it is listed under.
  const Own = components[entry.__typename] as ComponentType<EntryProps> | undefined;
  if (Own) return <Own entry={entry} fresh={fresh} />;
  return <EntryShell entry={entry} icon={EventNote} fresh={fresh} headline={entry.summary} />;
}
