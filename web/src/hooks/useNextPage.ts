import { useState } from "react";

/** What a query of Apollo needs to have to be read on. */
export interface PagedQuery<V> {
  fetchMore: (options: { variables: V & { after: string | null } }) => Promise<unknown>;
}

/** Fetches the page after a cursor, once; one that did not come is said, until another try. */
export function useNextPage<V>(query: PagedQuery<V>, variables: V, endCursor: string | null) {
  // Not Apollo's status, which ends before the refusal is known: what reads on by itself would ask once more.
  const [asked, setAsked] = useState<{ after: string | null; failed: boolean } | null>(null);
  const here = asked?.after === endCursor ? asked : null;
  return {
    loadingMore: here?.failed === false,
    moreFailed: here?.failed === true,
    loadMore: async () => {
      setAsked({ after: endCursor, failed: false });
      try {
        await query.fetchMore({ variables: { ...variables, after: endCursor } });
        setAsked((now) => (now?.after === endCursor ? null : now));
      } catch {
        setAsked({ after: endCursor, failed: true });
      }
    },
  };
}
