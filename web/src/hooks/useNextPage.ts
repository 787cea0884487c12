import { NetworkStatus } from "@apollo/client";
import { useState } from "react";

interface PagedQuery<V> {
  networkStatus: NetworkStatus;
  fetchMore: (options: { variables: V & { after: string | null } }) => Promise<unknown>;
}

/** Fetches the page after a cursor; one that did not come is said, until another try. */
export function useNextPage<V>(query: PagedQuery<V>, variables: V, endCursor: string | null) {
  const [failedAfter, setFailedAfter] = useState<string | null>(null);
  return {
    loadingMore: query.networkStatus === NetworkStatus.fetchMore,
    moreFailed: failedAfter !== null && failedAfter === endCursor,
    loadMore: async () => {
      setFailedAfter(null);
      try {
        await query.fetchMore({ variables: { ...variables, after: endCursor } });
      } catch {
        setFailedAfter(endCursor);
      }
    },
  };
}
