import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { ConflictLeft, differingKeys, saveOnLatest } from "../../form/saveOnLatest.ts";
import type { TaskInput } from "../../generated/schema.ts";
import { TaskCountsDocument } from "../../hooks/taskCounts.generated.ts";
import {
  CompleteTasksDocument,
  DeleteTaskDocument,
  OpenTasksDocument,
  RestoreTaskDocument,
  TaskListPageDocument,
  type TaskRow_TaskFragment,
  UpdateTaskDocument,
} from "./tasks.generated.ts";
import { rereadTask } from "./taskValues.ts";

/** What shows tasks, to be asked for again once one has changed. */
export const taskLists = [TaskListPageDocument, OpenTasksDocument, TaskCountsDocument];

/** What quick edits change, by the names of the API; a day and a moment are one. */
function differingFields(one: TaskRow_TaskFragment, other: TaskRow_TaskFragment): string[] {
  const keys = differingKeys(one, other);
  return [
    ...(keys.includes("assignee") ? ["assigneeId"] : []),
    ...(keys.includes("dueAt") || keys.includes("dueOn") ? ["dueAt", "dueOn"] : []),
  ];
}

/** What one does with a task in a list; each can be undone from the message that tells of it. */
export function useTaskActions() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const refresh = () => apollo.refetchQueries({ include: taskLists });
  const attempt = async (work: () => Promise<unknown>, again: () => void): Promise<boolean> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof ConflictLeft) toast(t("errors.conflict"), { severity: "error" });
      else toastProblem(error, again);
      // What was shown before its time is taken back.
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
  const change = async (
    task: TaskRow_TaskFragment,
    input: TaskInput,
    before: TaskInput,
    said: string,
  ): Promise<void> => {
    let known = task;
    const write = (values: TaskInput) =>
      saveOnLatest(known, values, {
        send: async (base) => {
          const { data } = await apollo.mutate({
            mutation: UpdateTaskDocument,
            variables: { id: task.id, input: values, expectedVersion: base.version },
          });
          known = data?.updateTask ?? base;
        },
        reread: () => rereadTask(apollo, task.id),
        differing: differingFields,
        // There is no room for a question: what the other one did is shown, and one may do it again.
        ask: async () => null,
      });
    const back = () =>
      attempt(
        () => write(before),
        () => void back(),
      );
    if (
      !(await attempt(
        () => write(input),
        () => void change(task, input, before, said),
      ))
    )
      return;
    toast(said, { action: { label: t("common.undo"), run: () => void back() } });
  };

  return { complete, remove, change, refresh };
}

export type TaskActions = ReturnType<typeof useTaskActions>;
