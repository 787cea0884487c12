import type { TimelineFilter } from "../../generated/schema.ts";
import { useNextPage } from "../../hooks/useNextPage.ts";
import { type ClientTimelineQuery, useClientTimelineQuery } from "./timeline.generated.ts";

/** How many entries are asked for at a time. */
export const pageSize = 30;

/** How many are asked for by whoever goes further. */
const furtherPageSize = 60;

export type Entry = NonNullable<ClientTimelineQuery["client"]>["timeline"]["nodes"][number];

/** The entries of a client's timeline that a filter lets through, page after page, the latest first. */
export function useTimeline(clientId: string, filter: TimelineFilter | null) {
  const variables = { clientId, filter, first: pageSize };
  const query = useClientTimelineQuery({ variables });
  const page = (query.data ?? query.previousData)?.client?.timeline;
  const nextPage = useNextPage(query, { ...variables, first: furtherPageSize }, page?.pageInfo.endCursor ?? null);
  const current = Boolean(query.data);

  return {
    variables,
    /** What the answer of the server holds: live events go on from there. Null until it is there. */
    cursor: query.loading ? null : (query.data?.client?.timelineCursor ?? null),
    /** Undefined until the first answer. */
    entries: page?.nodes,
    stale: query.loading && !current,
    error: current ? undefined : query.error,
    refetch: () => query.refetch(),
    hasMore: current && Boolean(page?.pageInfo.hasNextPage),
    ...nextPage,
  };
}

export type TimelineVariables = ReturnType<typeof useTimeline>["variables"];
