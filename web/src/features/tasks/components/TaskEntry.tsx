import CheckBoxOutlineBlank from "@mui/icons-material/CheckBoxOutlineBlank";
import CheckBoxOutlined from "@mui/icons-material/CheckBoxOutlined";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import type { EntryProps } from "../../../entries/entryComponents.ts";

/** A task was created, done or reopened [F101]. */
export function TaskEntry({ entry, fresh }: EntryProps) {
  const icon = entry.kind === "TASK_DONE" ? CheckBoxOutlined : CheckBoxOutlineBlank;
  return <EntryShell entry={entry} icon={icon} fresh={fresh} headline={entry.summary} />;
}
