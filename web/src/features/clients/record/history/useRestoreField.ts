import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { toast } from "../../../../feedback/toast.ts";
import { useChangeTexts } from "../../../../hooks/useChangeTexts.ts";
import { saveVersioned, type Versioned } from "../../../../records/saveVersioned.ts";
import { ClientPageDocument } from "../../clients.generated.ts";
import type { ClientRecord } from "../../clientValues.ts";
import { ClientContactsDocument } from "../contacts/contacts.generated.ts";
import {
  type ClientFieldHistoryQuery,
  type useClientFieldHistoryQuery,
  useRestoreClientFieldMutation,
} from "./history.generated.ts";

type History = ClientFieldHistoryQuery["clientFieldHistory"];
/** A value of the field by the change that it came from or is to be taken back with. */
interface Revision {
  entryId: string;
  text: string;
}
interface FieldNow {
  version: number;
  history: History;
}

/** Sets a field back to what it was before a change; a value that somebody gave it meanwhile is not overwritten unseen. */
export function useRestoreField(
  client: ClientRecord,
  field: string,
  { data, refetch }: Pick<ReturnType<typeof useClientFieldHistoryQuery>, "data" | "refetch">,
) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const changeTexts = useChangeTexts();
  const [restore] = useRestoreClientFieldMutation({ refetchQueries: [ClientContactsDocument] });
  const history = data?.clientFieldHistory ?? [];

  const kind: Versioned<FieldNow, { value: Revision | null }> = {
    valuesOf: ({ history: [last] }) => ({
      value: last ? { entryId: last.entryId, text: changeTexts(last.change).after ?? "" } : null,
    }),
    send: async (base, { value }) => {
      if (value) {
        const { entryId } = value;
        await restore({ variables: { id: client.id, entryId, field, expectedVersion: base.version } });
        toast(t("clientHistory.restored"));
      }
      return base;
    },
    reread: async () => {
      const variables = { id: client.id };
      const record = await apollo.query({ query: ClientPageDocument, variables, fetchPolicy: "network-only" });
      const now = await refetch();
      if (!record.data?.client || !now.data) return null;
      return { version: record.data.client.version, history: now.data.clientFieldHistory };
    },
    labelOf: () => (history[0] ? changeTexts(history[0].change).label : field),
    textOf: (_name, { value }) => value?.text ?? "",
  };
  return async (entryId: string) => {
    const entry = history.find((each) => each.entryId === entryId);
    const text = (entry && changeTexts(entry.change).before) ?? "";
    await saveVersioned(kind, { version: client.version, history }, { value: { entryId, text } });
  };
}
