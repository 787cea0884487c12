import { paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";
import { weekState } from "../appointments/paths.ts";
import { taskParameter } from "./paths.ts";

export const tasks: Feature = {
  pages: [
    {
      path: paths.tasks,
      access: "signedIn",
      title: "nav.tasks",
      load: ({ day }) =>
        Promise.all([import("./TasksPage.tsx"), day()]).then(([{ tasksPageWith }, parts]) => ({
          Component: tasksPageWith(parts),
        })),
    },
  ],
  nav: [{ area: "main", path: paths.tasks, title: "nav.tasks", icon: "tasks" }],
  make: {
    label: "frame.make.task",
    opens: { [taskParameter]: "new" },
    ofClient: true,
    closeTo: (path, params) => (path !== paths.tasks ? 0 : weekState.read(params).week ? 1 : 2),
  },
  panel: {
    parameter: taskParameter,
    load: () => import("./components/TaskPanel.tsx").then(({ TaskPanel }) => TaskPanel),
    knowsClient: true,
  },
  cache: { Query: { tasks: keysetPages(["filter"]) }, Client: { tasks: keysetPages(["filter"]) } },
  record: () => import("./tasks.record.ts").then(({ tasksRecord }) => tasksRecord),
};
