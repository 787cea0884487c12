import EventBusyOutlined from "@mui/icons-material/EventBusyOutlined";
import EventOutlined from "@mui/icons-material/EventOutlined";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import type { EntryProps } from "../../../entries/entryComponents.ts";
import { useEntrySummary } from "../../../hooks/useEntrySummary.ts";
import type { AppointmentEntry_EntryFragment } from "../appointments.generated.ts";

/** An appointment was made, moved or cancelled [F100]. */
export function AppointmentEntry({ entry, fresh }: EntryProps<AppointmentEntry_EntryFragment>) {
  const summaryOf = useEntrySummary();
  const icon = entry.kind === "APPOINTMENT_CANCELLED" ? EventBusyOutlined : EventOutlined;
  return <EntryShell entry={entry} icon={icon} fresh={fresh} headline={summaryOf(entry)} />;
}
