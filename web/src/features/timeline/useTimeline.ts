import type { TimelineFilter } from "../../generated/schema.ts";
import { useConnection } from "../../lists/useConnection.ts";
import { ClientTimelineDocument, type ClientTimelineQuery } from "./timeline.generated.ts";

/** How many entries are asked for at a time. */
export const pageSize = 30;

/** Size of the pages after the first. */
const furtherPageSize = 60;

export type Entry = NonNullable<ClientTimelineQuery["client"]>["timeline"]["nodes"][number];

/** The entries of a client's timeline that a filter lets through, page after page, the latest first. */
export function useTimeline(clientId: string, filter: TimelineFilter | null) {
  const variables = { clientId, filter, first: pageSize };
  const list = useConnection(ClientTimelineDocument, {
    variables,
    of: ({ client }) => client?.timeline,
    furtherFirst: furtherPageSize,
  });
  return {
    ...list,
    variables,
    /** The cursor of the server's answer: live events go on from there. Null until it has arrived. */
    cursor: list.loading ? null : (list.data?.client?.timelineCursor ?? null),
  };
}

export type TimelineVariables = ReturnType<typeof useTimeline>["variables"];
