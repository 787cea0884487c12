import type { ApolloCache } from "@apollo/client";
import { ClientTimelineDocument } from "./timeline.generated.ts";
import type { Entry, TimelineVariables } from "./useTimeline.ts";

/**
 * Puts an entry where its moment belongs among those known of a timeline; one that is there already stays there once,
 * whether it came as the answer to one's own writing or as a live event.
 */
export function addEntry(cache: ApolloCache, variables: TimelineVariables, entry: Entry): void {
  cache.updateQuery({ query: ClientTimelineDocument, variables }, (known) => {
    const timeline = known?.client?.timeline;
    if (!known?.client || !timeline || timeline.nodes.some(({ id }) => id === entry.id)) return undefined;
    return {
      ...known,
      client: {
        ...known.client,
        timeline: { ...timeline, nodes: insertByMoment(timeline.nodes, entry), totalCount: timeline.totalCount + 1 },
      },
    };
  });
}

/** Takes an entry out of whatever timelines hold it. */
export function forgetEntry(cache: ApolloCache, entry: Entry): void {
  cache.evict({ id: cache.identify({ __typename: entry.__typename, id: entry.id }) ?? "" });
  cache.gc();
}

/** Entries in order, the latest first, with one more; of the same moment the new one comes first. */
export function insertByMoment<Each extends { occurredAt: string }>(entries: readonly Each[], entry: Each): Each[] {
  const moment = Date.parse(entry.occurredAt);
  const place = entries.findIndex(({ occurredAt }) => Date.parse(occurredAt) <= moment);
  return place < 0 ? [...entries, entry] : entries.toSpliced(place, 0, entry);
}
