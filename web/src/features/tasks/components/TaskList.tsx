import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../hooks/useNow.ts";
import { useRowKeys } from "../../../hooks/useRowKeys.ts";
import { useFormats } from "../../../i18n/format.ts";
import { groupTasks, type TaskGroup } from "../groupTasks.ts";
import type { TaskRow_TaskFragment } from "../tasks.generated.ts";
import type { TaskActions } from "../useTaskActions.ts";
import { TaskRow } from "./TaskRow.tsx";

interface TaskListProps {
  tasks: readonly TaskRow_TaskFragment[];
  /** Done ones stand together, the latest first. */
  done: boolean;
  withClient: boolean;
  actions: TaskActions;
}

/** Tasks by the parts of one's day; ↑ ↓ go from one to the next, x marks it as done. */
export function TaskList({ tasks, done, withClient, actions }: TaskListProps) {
  const { dayKey } = useFormats();
  const now = useNow();
  const groups: { group: TaskGroup | "done"; tasks: readonly TaskRow_TaskFragment[] }[] = done
    ? [{ group: "done", tasks }]
    : groupTasks(tasks, dayKey(new Date(now)), dayKey, now);
  const rows = groups.flatMap((group) => group.tasks);
  useRowKeys({
    count: rows.length,
    first: () => 0,
    scrollTo: (index) => document.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: "nearest" }),
    onToggle: (index) => rows[index] && void actions.complete(rows[index], !done),
  });
  return (
    <>
      {groups.map(({ group, tasks: members }) => (
        <Group key={group} group={group}>
          {members.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              index={rows.indexOf(task)}
              group={group === "done" ? undefined : group}
              withClient={withClient}
              actions={actions}
            />
          ))}
        </Group>
      ))}
    </>
  );
}

function Group({ group, children }: { group: TaskGroup | "done"; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 2 }}>
      <Typography
        id={id}
        component="h2"
        sx={{
          fontSize: "0.8125rem",
          fontWeight: 600,
          lineHeight: "32px",
          borderBottom: 1,
          borderColor: "divider",
          color: group === "overdue" ? "error.main" : "text.secondary",
        }}
      >
        {t(`tasks.group.${group}`)}
      </Typography>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
