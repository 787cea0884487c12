import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import type { ClientColumnKey, ClientListSettings } from "@clientela/shared/clients/columns";
import { toastProblem } from "../../../../feedback/problem.ts";
import { SessionDocument } from "../../../../session/session.generated.ts";
import { useViewer } from "../../../../session/useSession.ts";
import { SaveListSettingsDocument } from "../../clients.generated.ts";

/** How the person has the list, and a way to change it: shown at once, and kept with them for every other browser. */
export function useListSettings() {
  const apollo = useApolloClient();
  const { columns, compact } = useViewer().clientList;
  // The server has checked the keys when they were saved.
  const settings: ClientListSettings = { columns: columns as ClientColumnKey[] | null, compact };
  return { settings, save: (next: ClientListSettings) => void saveListSettings(apollo, next, settings) };
}

async function saveListSettings(apollo: ApolloClient, next: ClientListSettings, before: ClientListSettings) {
  show(apollo, next);
  try {
    await apollo.mutate({
      mutation: SaveListSettingsDocument,
      variables: { clientList: next },
      fetchPolicy: "no-cache",
    });
  } catch (error) {
    show(apollo, before);
    toastProblem(error, () => void saveListSettings(apollo, next, before));
  }
}

function show(apollo: ApolloClient, { columns, compact }: ClientListSettings) {
  apollo.cache.updateQuery({ query: SessionDocument }, (known) =>
    known?.viewer
      ? { viewer: { ...known.viewer, clientList: { __typename: "ClientListSettings" as const, columns, compact } } }
      : known,
  );
}
