import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import { onReconnected } from "../../apollo/connection.ts";
import { useViewer } from "../../session/useSession.ts";
import { addEntry, forgetEntry, placeEntry } from "./entryCache.ts";
import { useTimelineEntryAddedSubscription, useTimelineEntryChangedSubscription } from "./timeline.generated.ts";
import type { Entry, TimelineVariables } from "./useTimeline.ts";

interface LiveOptions {
  variables: TimelineVariables;
  /** The cursor of the first answer: events go on from there. Null until it has arrived. */
  cursor: string | null;
  /** Entries on screen: one that is there already is not new. */
  shown: readonly Entry[];
  /** Whether the top of the list is in view, so that an entry may slide in without moving what is being read. */
  atTop: () => boolean;
  refetch: () => unknown;
}

/**
 * Follows new and changed entries of the timeline while it is open. At the top a new entry slides in; further down it
 * waits behind a mark. Events begin where the first answer ended, also after a break in the connection, so that nothing
 * is missed.
 */
export function useLiveEntries({ variables, cursor, shown, atTop, refetch }: LiveOptions) {
  const apollo = useApolloClient();
  const me = useViewer().user.id;
  const [waiting, setWaiting] = useState<Entry[]>([]);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [since, setSince] = useState<string | null>(null);
  if (since === null && cursor !== null) setSince(cursor);

  const insert = (entries: readonly Entry[]) => {
    // Only the server knows whether a filter lets an entry through.
    if (variables.filter) void refetch();
    else for (const entry of entries) addEntry(apollo.cache, variables, entry);
  };
  const show = (entries: readonly Entry[]) => {
    insert(entries);
    setFresh((known) => new Set([...known, ...entries.map(({ id }) => id)]));
  };
  const events = { variables: { clientId: variables.clientId, since }, ignoreResults: true, skip: since === null };
  useTimelineEntryAddedSubscription({
    ...events,
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
  useTimelineEntryChangedSubscription({
    ...events,
    onData: ({ data: { data } }) => {
      if (!data) return;
      const { entryId, entry, change } = data.timelineEntryChanged;
      if (!entry) {
        forgetEntry(apollo.cache, { __typename: "ManualEntry", id: entryId });
        setWaiting((entries) => entries.filter(({ id }) => id !== entryId));
      } else if (change === "RESTORED") insert([entry]);
      else if (variables.filter) void refetch();
      else placeEntry(apollo.cache, variables, entry);
    },
  });

  const catchUp = useEffectEvent(() => void apollo.refetchQueries({ include: ["ClientPage"] }));
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
