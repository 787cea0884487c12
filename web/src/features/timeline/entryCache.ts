import type { ApolloCache } from "@apollo/client";
import { ClientTimelineDocument } from "./timeline.generated.ts";
import { type Entry, pageSize, type TimelineVariables } from "./useTimeline.ts";

/**
 * Puts an entry at its moment's place in a cached timeline. An entry that is there already is not added again: it comes
 * both as the answer to one's own writing and as a live event.
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
export function forgetEntry(cache: ApolloCache, entry: Pick<Entry, "__typename" | "id">): void {
  cache.evict({ id: cache.identify({ __typename: entry.__typename, id: entry.id }) ?? "" });
  cache.gc();
}

/** Puts an entry that was deleted back where it was. */
export const showEntryAgain = (cache: ApolloCache, clientId: string, entry: Entry): void =>
  addEntry(cache, { clientId, filter: null, first: pageSize }, entry);

/** Moves an entry to where its moment belongs, which an edit may have changed. */
export function placeEntry(cache: ApolloCache, variables: TimelineVariables, entry: Entry): void {
  cache.updateQuery({ query: ClientTimelineDocument, variables }, (known) => {
    const timeline = known?.client?.timeline;
    if (!known?.client || !timeline?.nodes.some(({ id }) => id === entry.id)) return undefined;
    const others = timeline.nodes.filter(({ id }) => id !== entry.id);
    const nodes = insertByMoment(others, entry);
    return { ...known, client: { ...known.client, timeline: { ...timeline, nodes } } };
  });
}

/** Entries in order, the latest first, with one more; of the same moment the new one comes first. */
export function insertByMoment<Each extends { occurredAt: string }>(entries: readonly Each[], entry: Each): Each[] {
  const moment = Date.parse(entry.occurredAt);
  const place = entries.findIndex(({ occurredAt }) => Date.parse(occurredAt) <= moment);
  return place < 0 ? [...entries, entry] : entries.toSpliced(place, 0, entry);
}
