import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import { onReconnected } from "../../apollo/connection.ts";
import { useViewer } from "../../session/useSession.ts";
import { addEntry } from "./entryCache.ts";
import { useTimelineEntryAddedSubscription } from "./timeline.generated.ts";
import type { Entry, TimelineVariables } from "./useTimeline.ts";

interface LiveOptions {
  variables: TimelineVariables;
  /** Entries on screen: one that is there already is not new. */
  shown: readonly Entry[];
  /** Whether the top of the list is in view, so that an entry may slide in without moving what is being read. */
  atTop: () => boolean;
  refetch: () => unknown;
}

/**
 * Follows what is added to the timeline while it is open. At the top a new entry slides in; further down it waits
 * behind a mark. After a break in the connection what was missed is fetched.
 */
export function useLiveEntries({ variables, shown, atTop, refetch }: LiveOptions) {
  const apollo = useApolloClient();
  const me = useViewer().user.id;
  const [waiting, setWaiting] = useState<Entry[]>([]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());

  const insert = (entries: readonly Entry[]) => {
    // Whether a filter lets an entry through is for the server to say.
    if (variables.filter) void refetch();
    else for (const entry of entries) addEntry(apollo.cache, variables, entry);
  };
  const show = (entries: readonly Entry[]) => {
    insert(entries);
    setFresh((known) => new Set([...known, ...entries.map(({ id }) => id)]));
  };
  useTimelineEntryAddedSubscription({
    variables: { clientId: variables.clientId },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const entry = data?.timelineEntryAdded;
      if (!entry || shown.some(({ id }) => id === entry.id)) return;
      const own = entry.actor?.id === me;
      // Somebody else's act may have changed the record around the timeline, too.
      if (!own) void apollo.refetchQueries({ include: ["ClientPage"] });
      if (own) insert([entry]);
      else if (atTop()) show([entry]);
      else setWaiting((entries) => [entry, ...entries.filter(({ id }) => id !== entry.id)]);
    },
  });

  const catchUp = useEffectEvent(() => {
    void refetch();
    void apollo.refetchQueries({ include: ["ClientPage"] });
  });
  useEffect(() => onReconnected(() => catchUp()), []);

  const stillWaiting = waiting.filter((entry) => !shown.some(({ id }) => id === entry.id));
  return {
    waiting: stillWaiting.length,
    /** Ids of the entries that came in while one was looking. */
    fresh,
    release: () => {
      show(stillWaiting);
      setWaiting([]);
    },
  };
}
