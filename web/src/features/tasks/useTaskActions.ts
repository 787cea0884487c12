import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ConflictLeft, toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { TaskCountsDocument } from "../../hooks/taskCounts.generated.ts";
import { useSettings } from "../../session/useSession.ts";
import {
  CompleteTasksDocument,
  DeleteTaskDocument,
  OpenTasksDocument,
  RestoreTaskDocument,
  TaskListPageDocument,
  type TaskRow_TaskFragment,
} from "./tasks.generated.ts";
import { type TaskValues, valuesOf } from "./taskValues.ts";
import { useSaveTask } from "./useSaveTask.ts";

/** What shows tasks, to be asked for again once one has changed. */
export const taskLists = [TaskListPageDocument, OpenTasksDocument, TaskCountsDocument];

/** What one does with a task in a list; each can be undone from the message that tells of it. */
export function useTaskActions() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const save = useSaveTask();
  const zone = useSettings()?.timeZone ?? "UTC";
  const refresh = () => apollo.refetchQueries({ include: taskLists });
  const attempt = async (work: () => Promise<unknown>, again: () => void): Promise<boolean> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ConflictLeft)) toastProblem(error, again);
      // The change that was shown ahead of the answer is taken back.
      await refresh();
      return false;
    }
    await refresh();
    return true;
  };

  const complete = async (task: TaskRow_TaskFragment, done: boolean): Promise<void> => {
    const work = () =>
      apollo.mutate({
        mutation: CompleteTasksDocument,
        variables: { ids: [task.id], done },
        optimisticResponse: {
          completeTasks: [
            {
              __typename: "Task",
              id: task.id,
              version: task.version,
              overdue: false,
              doneAt: done ? new Date().toISOString() : null,
            },
          ],
        } as never,
      });
    if (!(await attempt(work, () => void complete(task, done)))) return;
    toast(done ? t("tasks.page.completed", { title: task.title }) : t("tasks.page.reopened", { title: task.title }), {
      action: { label: t("common.undo"), run: () => void undoComplete(task, done) },
    });
  };
  const undoComplete = (task: TaskRow_TaskFragment, done: boolean) =>
    attempt(
      () => apollo.mutate({ mutation: CompleteTasksDocument, variables: { ids: [task.id], done: !done } }),
      () => void undoComplete(task, done),
    );

  const remove = async (task: TaskRow_TaskFragment): Promise<void> => {
    const work = async () => {
      await apollo.mutate({ mutation: DeleteTaskDocument, variables: { id: task.id } });
      apollo.cache.evict({ id: apollo.cache.identify({ __typename: "Task", id: task.id }) ?? "" });
      apollo.cache.gc();
    };
    if (!(await attempt(work, () => void remove(task)))) return;
    toast(t("tasks.page.deleted", { title: task.title }), {
      action: { label: t("common.undo"), run: () => void restore(task) },
    });
  };
  const restore = (task: TaskRow_TaskFragment) =>
    attempt(
      () => apollo.mutate({ mutation: RestoreTaskDocument, variables: { id: task.id } }),
      () => void restore(task),
    );

  /** Changes some of it and says so; the former values come back by undo. */
  const change = async (task: TaskRow_TaskFragment, values: Partial<TaskValues>, said: string): Promise<void> => {
    const now = valuesOf(task, zone);
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, now[name as keyof TaskValues]]));
    let saved = task;
    const write = async (written: Partial<TaskValues>) => {
      saved = await save(saved, written);
    };
    const back = () =>
      attempt(
        () => write(before),
        () => void back(),
      );
    const again = () => void change(task, values, said);
    if (!(await attempt(() => write(values), again))) return;
    toast(said, { action: { label: t("common.undo"), run: () => void back() } });
  };

  return { complete, remove, change, refresh };
}

export type TaskActions = ReturnType<typeof useTaskActions>;
