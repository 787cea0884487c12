import { useQuery } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useState } from "react";

/** What a list asks a connection of the API for. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
}

interface ConnectionOptions<Data, Variables, Node>
  extends Pick<
    useQuery.Options<Data, Variables & object>,
    "skip" | "pollInterval" | "skipPollAttempt" | "refetchWritePolicy"
  > {
  variables: Variables;
  /** The connection's place in the answer; nothing if its record is gone. */
  of: (data: Data) => Page<Node> | null | undefined;
  /** The size of the pages after the first, where it differs. */
  furtherFirst?: number;
}

/**
 * Reads a list page after page. While a list of other variables is on its way the former rows stay, marked as stale. A
 * failed refresh leaves the rows on screen. Nothing that failed is asked for again by itself.
 */
export function useConnection<Data, Variables extends { first: number }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, of, furtherFirst = variables.first, ...options }: ConnectionOptions<Data, Variables, Node>,
) {
  const query = useQuery<Data, Variables>(document, {
    fetchPolicy: "cache-and-network",
    ...options,
    variables,
  } as useQuery.Options<Data, Variables> & { variables: Variables });
  const key = JSON.stringify(variables);
  // Apollo forgets the data of a list whose refresh failed, and does not tell whose the former data were.
  const [last, setLast] = useState<{ key: string; data: Data } | null>(null);
  if (query.data && (last?.key !== key || last.data !== query.data)) setLast({ key, data: query.data as Data });
  const data = (query.data as Data | undefined) ?? last?.data;
  const known = query.data !== undefined || last?.key === key;
  const page = data === undefined ? undefined : of(data);

  // Not Apollo's status, which ends before a refusal is known: `useReadOn` would ask once more.
  const [asked, setAsked] = useState<{ place: string; failed: boolean } | null>(null);
  const place = `${key} ${page?.pageInfo.endCursor}`;
  const here = asked?.place === place ? asked : null;
  const loadMore = async () => {
    setAsked({ place, failed: false });
    try {
      await query.fetchMore({ variables: { ...variables, first: furtherFirst, after: page?.pageInfo.endCursor } });
      setAsked((now) => (now?.place === place ? null : now));
    } catch {
      setAsked({ place, failed: true });
    }
  };

  return {
    /** The answer to these very variables. */
    data: query.data as Data | undefined,
    /** Undefined until the first answer. */
    nodes: page?.nodes,
    totalCount: page?.totalCount,
    loading: query.loading,
    /** True while the rows are not yet those asked for. */
    stale: query.loading && !known,
    /** Why there are no rows. */
    error: known ? undefined : query.error,
    /** True where the rows may be out of date: reading them again failed. */
    refreshFailed: known && query.error !== undefined,
    refetch: () => void query.refetch(),
    hasMore: query.data !== undefined && Boolean(page?.pageInfo.hasNextPage),
    loadingMore: here?.failed === false,
    moreFailed: here?.failed === true,
    loadMore: () => void loadMore(),
  };
}

/** A list that is read page after page, as components that show one need it. */
export type Connection<Node> = Omit<ReturnType<typeof useConnection<unknown, { first: number }, Node>>, "data">;
