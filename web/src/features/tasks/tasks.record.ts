import type { RecordPart } from "../../feature.ts";
import { ClientTasks } from "./ClientTasks.tsx";
import { TaskEntry } from "./components/TaskEntry.tsx";
import { TaskPanel } from "./components/TaskPanel.tsx";
import { OpenTasks } from "./OpenTasks.tsx";

export const tasksRecord: RecordPart = {
  name: "tasks",
  entries: { TaskEntry },
  tab: { title: "clientPages.record.tab.tasks", Tab: ClientTasks },
  Beside: OpenTasks,
  Panel: TaskPanel,
};
