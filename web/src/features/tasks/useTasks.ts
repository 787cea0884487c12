import type { TaskFilter } from "../../generated/schema.ts";
import { useNextPage } from "../../hooks/useNextPage.ts";
import { useTaskListPageQuery } from "./tasks.generated.ts";

const pageSize = 50;

/** The tasks of a filter, page after page; while other ones are on their way the former stay. */
export function useTasks(filter: TaskFilter, { done }: { done: boolean }) {
  const variables = { filter: { ...filter, open: !done }, first: pageSize };
  const query = useTaskListPageQuery({ variables, fetchPolicy: "cache-and-network" });
  const list = (query.data ?? query.previousData)?.tasks;
  const nextPage = useNextPage(query, variables, list?.pageInfo.endCursor ?? null);
  return {
    // One that was just done or opened again leaves at once, before the list is asked for anew.
    tasks: list?.nodes.filter(({ doneAt }) => (doneAt !== null) === done),
    totalCount: list?.totalCount ?? 0,
    error: query.data ? undefined : query.error,
    refetch: query.refetch,
    stale: query.loading && !query.data,
    hasMore: Boolean(query.data && list?.pageInfo.hasNextPage),
    ...nextPage,
  };
}

export type Tasks = ReturnType<typeof useTasks>;
