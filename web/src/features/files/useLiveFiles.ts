import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import {
  ClientFilesDocument,
  useClientFileAddedSubscription,
  useClientFileChangedSubscription,
} from "./files.generated.ts";

/** As many as the server answers at a time. */
const mostAtOnce = 100;

interface LiveFilesOptions {
  clientId: string;
  /** The cursor of the first answer: events go on from there. Null until it has arrived. */
  cursor: string | null;
  /** How many files are on screen. */
  shown: number;
}

/**
 * Follows others' changes of a client's files while the list is open, by the timeline's events. Events begin where the
 * first answer ended, also after a break in the connection, so that nothing is missed.
 */
export function useLiveFiles({ clientId, cursor, shown }: LiveFilesOptions): void {
  const apollo = useApolloClient();
  const [since, setSince] = useState<string | null>(null);
  if (since === null && cursor !== null) setSince(cursor);
  const reading = useRef<"no" | "yes" | "again">("no");
  const readAgain = async (): Promise<void> => {
    if (reading.current !== "no") {
      // The pending answer may have been read before this event.
      reading.current = "again";
      return;
    }
    reading.current = "yes";
    const first = Math.min(Math.max(shown, 1), mostAtOnce);
    await apollo
      .query({ query: ClientFilesDocument, variables: { id: clientId, first }, fetchPolicy: "network-only" })
      // The list stays as it is; what comes next reads it anew.
      .catch(() => undefined);
    const again = (reading.current as string) === "again";
    reading.current = "no";
    if (again) await readAgain();
  };
  const events = { variables: { clientId, since }, ignoreResults: true, skip: since === null };
  useClientFileAddedSubscription({
    ...events,
    onData: ({ data: { data } }) => {
      const entry = data?.timelineEntryAdded;
      if (entry?.__typename === "FileEntry") {
        if (entry.kind === "FILE_DELETED") {
          apollo.cache.evict({ id: apollo.cache.identify({ __typename: "ClientFile", id: entry.fileId }) as string });
        }
        void readAgain();
      } else if (entry?.__typename === "ManualEntry" && entry.files.length > 0) void readAgain();
    },
  });
  useClientFileChangedSubscription({ ...events, onData: () => void readAgain() });
}
