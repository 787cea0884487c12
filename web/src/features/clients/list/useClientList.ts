import type { ClientColumnKey } from "@clientela/shared/clients/columns";
import { useNextPage } from "../../../hooks/useNextPage.ts";
import { useClientListPageQuery } from "../clients.generated.ts";
import { readBy } from "./columns/columns.ts";
import { useFilterMatchesQuery } from "./filters/filters.generated.ts";
import { type ClientListState, filterOf } from "./listState.ts";

const pageSize = 50;

/**
 * The clients a state asks for with what the columns show, page after page; while other ones are on their way the former
 * stay. Those of a search are counted apart: among a million that takes many times as long as finding the first ones.
 */
export function useClientList(state: ClientListState, shown: readonly ClientColumnKey[]) {
  const filter = filterOf(state) ?? null;
  const counted = !filter?.search;
  const variables = { filter, orderBy: state.order, first: pageSize, counted, ...readBy(shown) };
  const matches = useFilterMatchesQuery({ variables: { filter }, skip: counted });
  const query = useClientListPageQuery({ variables });
  const list = (query.data ?? query.previousData)?.clients;
  const nextPage = useNextPage(query, variables, list?.pageInfo.endCursor ?? null);
  const current = Boolean(query.data);
  const totalCount = counted ? list?.totalCount : matches.data?.clients.totalCount;

  return {
    /** Tells one list from another, whatever its columns. */
    key: JSON.stringify([variables.filter, variables.orderBy]),
    /** Undefined until the first answer. */
    clients: list?.nodes,
    /** Undefined while it is being counted. */
    totalCount,
    /** Meanwhile the former one; none where they cannot be counted. */
    shownCount: matches.error ? undefined : (totalCount ?? matches.previousData?.clients.totalCount),
    /** True while the rows shown are not yet those asked for. */
    stale: query.loading && !current,
    error: current ? undefined : query.error,
    refetch: query.refetch,
    hasMore: current && Boolean(list?.pageInfo.hasNextPage),
    ...nextPage,
  };
}

export type ClientList = ReturnType<typeof useClientList>;
