import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../hooks/usePeople.ts";
import { useFormats } from "../../i18n/format.ts";
import { saveVersioned, type Versioned } from "../../records/saveVersioned.ts";
import { useSettings } from "../../session/useSession.ts";
import { TaskPanelDocument, type TaskRow_TaskFragment, UpdateTaskDocument } from "./tasks.generated.ts";
import { inputOf, type TaskValues, valuesOf } from "./taskValues.ts";

/** The name of each value in a conflict. */
const labels = {
  title: "title",
  day: "due",
  time: "time",
  assigneeId: "assignee",
  priority: "priority",
  remind: "reminder",
  description: "description",
} as const satisfies Record<keyof TaskValues, string>;

/** Saves changed values of a task on what others made of it meanwhile. */
export function useSaveTask() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const { users } = usePeople();
  const { calendarDay } = useFormats();
  const zone = useSettings()?.timeZone ?? "UTC";
  const kindOf = (task: TaskRow_TaskFragment): Versioned<TaskRow_TaskFragment, TaskValues> => ({
    valuesOf: (known) => valuesOf(known, zone),
    send: async (base, changed) => {
      const input = inputOf(changed, valuesOf(base, zone), zone);
      const { data } = await apollo.mutate({
        mutation: UpdateTaskDocument,
        variables: { id: base.id, input, expectedVersion: base.version },
      });
      if (!data) throw new Error("updateTask answered nothing");
      return data.updateTask;
    },
    reread: async ({ id }) => {
      const variables = { id };
      const { data } = await apollo.query({ query: TaskPanelDocument, variables, fetchPolicy: "network-only" });
      return data?.task;
    },
    // A form holds a reminder as a text, its rules make a number of it.
    same: (one, other) => String(one ?? "") === String(other ?? ""),
    together: ["day", "time"],
    labelOf: (name) => t(`tasks.field.${labels[name]}`),
    textOf: (name, { priority, assigneeId, remind, ...texts }) => {
      if (name === "assigneeId")
        return [...users, ...(task.assignee ? [task.assignee] : [])].find(({ id }) => id === assigneeId)?.name ?? "";
      if (name === "priority") return priority ? t(`tasks.priority.${priority}`) : "";
      if (name === "day") return texts.day ? calendarDay(texts.day) : "";
      if (name === "remind") return remind ? t("tasks.remind.before", { count: Number(remind) }) : "";
      return texts[name] ?? "";
    },
  });
  return (task: TaskRow_TaskFragment, changed: Partial<TaskValues>) => saveVersioned(kindOf(task), task, changed);
}
