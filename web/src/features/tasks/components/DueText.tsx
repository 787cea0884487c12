import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../../i18n/format.ts";
import type { TaskGroup } from "../groupTasks.ts";
import type { TaskRow_TaskFragment } from "../tasks.generated.ts";

type Due = Pick<TaskRow_TaskFragment, "dueAt" | "dueOn" | "doneAt" | "overdue">;

/** When a task is due, or was done. Only the time is shown if the part around it says the day. */
export function DueText({
  task: { dueAt, dueOn, doneAt, overdue },
  group,
}: {
  task: Due;
  group?: TaskGroup | undefined;
}) {
  const { t } = useTranslation();
  const { date, time, exact } = useFormats();
  if (doneAt) return <time dateTime={doneAt} title={exact(doneAt)}>{`${date(doneAt)}, ${time(doneAt)}`}</time>;
  if (!dueAt) return null;
  const dayKnown = group === "today" || group === "tomorrow";
  const text = dueOn
    ? dayKnown
      ? t("tasks.page.allDay")
      : date(dueAt)
    : dayKnown
      ? time(dueAt)
      : `${date(dueAt)}, ${time(dueAt)}`;
  return (
    <Box
      component="time"
      dateTime={dueOn ?? dueAt}
      title={dueOn ? undefined : exact(dueAt)}
      sx={overdue ? { color: "error.main" } : undefined}
    >
      {text}
    </Box>
  );
}
