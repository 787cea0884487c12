import type { FieldPolicy, Reference } from "@apollo/client";

interface Connection {
  nodes?: readonly Reference[];
  edges?: readonly { node: Reference }[];
  pageInfo?: { endCursor?: string | null; hasNextPage?: boolean };
}

/** Appends the records that `seen` does not hold yet: one that moved between two pages shows once. */
function append<T>(seen: readonly T[] = [], next: readonly T[] = [], idOf: (item: T) => string): T[] {
  const known = new Set(seen.map(idOf));
  return [...seen, ...next.filter((item) => !known.has(idOf(item)))];
}

/**
 * Puts a refreshed first page before the pages read after it. A keyset goes on from a row, so the rows after the page's
 * last row still follow it. Coming back to a long list neither shortens it nor loses one's place.
 */
function withKnownTail(existing: Connection, incoming: Connection): Connection {
  const last = incoming.nodes?.at(-1)?.__ref;
  const joint = existing.nodes?.findIndex((node) => node.__ref === last) ?? -1;
  const tail = joint < 0 ? [] : (existing.nodes?.slice(joint + 1) ?? []);
  if (tail.length === 0 || !incoming.pageInfo?.hasNextPage) return incoming;
  return {
    ...incoming,
    nodes: append(incoming.nodes, tail, (node) => node.__ref),
    ...(existing.pageInfo && { pageInfo: existing.pageInfo }),
  };
}

/**
 * Keyset pages of a Relay connection as one growing list: `after` appends, its absence starts over.
 * @param keyArgs the arguments that tell two lists apart.
 */
export const keysetPages = (keyArgs: string[]): FieldPolicy<Connection> => ({
  keyArgs,
  merge(existing, incoming, { args }) {
    const after = args?.after as string | undefined;
    if (!existing) return incoming;
    if (!after) return withKnownTail(existing, incoming);
    // A page asked for before the list started over: its place is gone.
    if (existing.pageInfo?.endCursor !== undefined && existing.pageInfo.endCursor !== after) return existing;
    return {
      ...incoming,
      ...(incoming.nodes && { nodes: append(existing.nodes, incoming.nodes, (node) => node.__ref) }),
      ...(incoming.edges && { edges: append(existing.edges, incoming.edges, ({ node }) => node.__ref) }),
    };
  },
});
