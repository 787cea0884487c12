import type { ClientColumnKey } from "@clientela/shared/clients/columns";
import { useConnection } from "../../../lists/useConnection.ts";
import { ClientListPageDocument } from "../clients.generated.ts";
import { readBy } from "./columns/columns.ts";
import { useFilterMatchesQuery } from "./filters/filters.generated.ts";
import { type ClientListState, filterOf } from "./listState.ts";

const pageSize = 50;

/**
 * The clients of a state with the columns' values, page after page. The former ones stay while others are on their way.
 * Matches of a search are counted apart, where there is more than a page of them: among a million clients, counting
 * takes many times as long as finding the first ones.
 */
export function useClientList(state: ClientListState, shown: readonly ClientColumnKey[]) {
  const filter = filterOf(state) ?? null;
  const counted = !filter?.search;
  const variables = { filter, orderBy: state.order, first: pageSize, counted, ...readBy(shown) };
  const list = useConnection(ClientListPageDocument, { variables, of: ({ clients }) => clients });
  const matches = useFilterMatchesQuery({ variables: { filter }, skip: counted || !list.hasMore });
  const found = list.data && !list.hasMore ? list.nodes?.length : matches.data?.clients.totalCount;
  const totalCount = counted ? list.totalCount : found;
  return {
    ...list,
    /** Tells one list from another, whatever its columns. */
    key: JSON.stringify([variables.filter, variables.orderBy]),
    /** Undefined while it is being counted. */
    totalCount,
    /** Meanwhile the former one; none where they cannot be counted. */
    shownCount: matches.error ? undefined : (totalCount ?? matches.previousData?.clients.totalCount),
  };
}

export type ClientList = ReturnType<typeof useClientList>;
