import type { TaskFilter } from "../../generated/schema.ts";
import { useConnection } from "../../lists/useConnection.ts";
import { TaskListPageDocument } from "./tasks.generated.ts";

const pageSize = 50;

/** The tasks of a filter, page after page. */
export function useTasks(filter: TaskFilter, { done }: { done: boolean }) {
  const list = useConnection(TaskListPageDocument, {
    variables: { filter: { ...filter, open: !done }, first: pageSize },
    of: ({ tasks }) => tasks,
  });
  // One that was just done or opened again leaves at once, before the list is asked for anew.
  return { ...list, nodes: list.nodes?.filter(({ doneAt }) => (doneAt !== null) === done) };
}
