import { useTranslation } from "react-i18next";
import { useFormats } from "../../i18n/format.ts";
import { dayNamed, type NamedDay } from "./dueDay.ts";
import type { TaskRow_TaskFragment } from "./tasks.generated.ts";
import type { TaskActions } from "./useTaskActions.ts";

/** Makes a task due on a day by its name; undone, it is due as it was. */
export function usePutOff({ change }: Pick<TaskActions, "change">) {
  const { t } = useTranslation();
  const { dayKey, calendarDay } = useFormats();
  return (task: TaskRow_TaskFragment, name: NamedDay) => {
    const day = dayNamed(name, dayKey(new Date()));
    void change(task, { day, time: null }, t("tasks.page.putOff", { title: task.title, day: calendarDay(day) }));
  };
}
