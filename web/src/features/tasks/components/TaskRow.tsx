import { clientPath } from "@clientela/shared/paths";
import FlagIcon from "@mui/icons-material/Flag";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { RowMenu } from "../../../components/RowMenu.tsx";
import { useViewer } from "../../../session/useSession.ts";
import { namedDays } from "../dueDay.ts";
import type { TaskGroup } from "../groupTasks.ts";
import { taskParameter } from "../paths.ts";
import type { TaskRow_TaskFragment } from "../tasks.generated.ts";
import { usePutOff } from "../usePutOff.ts";
import type { TaskActions } from "../useTaskActions.ts";
import { DueText } from "./DueText.tsx";

interface TaskRowProps {
  task: TaskRow_TaskFragment;
  /** Its place among all rows of the page, for the keys. */
  index: number;
  /** The part of the day it is shown in, which then says its day. */
  group?: TaskGroup | undefined;
  /** Where several clients' tasks stand together. */
  withClient: boolean;
  actions: TaskActions;
}

/** A task on a line: done by one click, opened by its title. */
export function TaskRow({ task, index, group, withClient, actions }: TaskRowProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params] = useSearchParams();
  const putOff = usePutOff(actions);
  const done = task.doneAt !== null;
  const mine = task.assignee?.id === viewer.user.id;
  const open = new URLSearchParams(params);
  open.set(taskParameter, task.id);
  const assign = (assigneeId: string) =>
    void actions.change(task, { assigneeId }, t("tasks.page.assignedToMe", { title: task.title }));
  const menu = [
    ...(done ? [] : namedDays.map((day) => ({ label: t(`tasks.putOff.${day}`), run: () => putOff(task, day) }))),
    ...(done || mine ? [] : [{ label: t("tasks.page.assignMe"), run: () => assign(viewer.user.id) }]),
    { label: t("common.delete"), run: () => void actions.remove(task), danger: true },
  ];
  return (
    <Box component="li" sx={rowSx}>
      <Checkbox
        checked={done}
        onChange={() => void actions.complete(task, !done)}
        slotProps={{
          input: {
            "aria-label": done
              ? t("tasks.page.reopen", { title: task.title })
              : t("tasks.page.complete", { title: task.title }),
          },
        }}
        sx={{ p: 0.75, zIndex: 1 }}
      />
      <Box sx={{ minWidth: 0, flex: 1, py: 0.75, ...linesSx }}>
        <Box sx={{ minWidth: 0, flex: 1, display: "flex", alignItems: "center", gap: 0.75 }}>
          {(task.priority === "HIGH" || task.priority === "URGENT") && (
            <FlagIcon
              titleAccess={t(`tasks.priority.${task.priority}`)}
              sx={{ fontSize: 16, color: task.priority === "URGENT" ? "error.main" : "warning.main", flexShrink: 0 }}
            />
          )}
          <Box
            component={Link}
            to={{ search: open.toString() }}
            preventScrollReset
            data-row={index}
            sx={{
              color: done ? "text.secondary" : "text.primary",
              textDecoration: done ? "line-through" : "none",
              // Beside a client's other columns a line is too short for a title.
              whiteSpace: { xs: "normal", sm: withClient ? "nowrap" : "normal" },
            }}
          >
            {task.title}
          </Box>
        </Box>
        <Box sx={metaSx}>
          {withClient && (
            <Box component={Link} to={clientPath(task.client.id)} className="client">
              {task.client.name}
            </Box>
          )}
          <Box component="span" className="who" sx={mine ? { display: { xs: "none", sm: "block" } } : undefined}>
            {mine ? t("common.you") : (task.assignee?.name ?? t("tasks.page.nobody"))}
          </Box>
          <Box component="span" className="due tabular">
            <DueText task={task} group={group} />
          </Box>
        </Box>
      </Box>
      <Box sx={{ zIndex: 1 }}>
        <RowMenu label={t("tasks.page.menu", { title: task.title })} actions={menu} />
      </Box>
    </Box>
  );
}

const rowSx = {
  position: "relative",
  display: "flex",
  alignItems: "center",
  gap: 0.5,
  minHeight: 40,
  borderBottom: 1,
  borderColor: "divider",
  pr: 0.5,
  "& a[data-row]": {
    outline: "none",
    lineHeight: "24px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    overflowWrap: "anywhere",
  },
  "& a[data-row]::after": { content: '""', position: "absolute", inset: 0 },
  "&:hover": { bgcolor: "action.hover" },
  "&:has(a[data-row]:focus-visible)": {
    bgcolor: "action.selected",
    boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)",
  },
} as const;
const linesSx = {
  display: "flex",
  flexDirection: { xs: "column", sm: "row" },
  alignItems: { xs: "stretch", sm: "center" },
  columnGap: 2,
} as const;
const metaSx = {
  display: "flex",
  gap: { xs: 1, sm: 2 },
  color: "text.secondary",
  fontSize: "0.8125rem",
  minWidth: 0,
  flexShrink: 0,
  alignItems: "center",
  "& > *": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "& .client": {
    position: "relative",
    zIndex: 1,
    color: "inherit",
    textDecoration: "none",
    width: { sm: 160 },
    minWidth: 0,
    lineHeight: "24px",
    "&:hover": { textDecoration: "underline" },
  },
  "& .who": { width: { sm: 112 } },
  "& .due": { width: { sm: 128 }, textAlign: { sm: "right" }, ml: { xs: "auto", sm: 0 }, flexShrink: 0 },
} as const;
