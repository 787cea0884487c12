import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { useTranslation } from "react-i18next";
import { useCustomFields } from "../../../hooks/useCustomFields.ts";
import { usePhoneFormat } from "../../../i18n/phone.ts";
import { saveVersioned, type Versioned } from "../../../records/saveVersioned.ts";
import { ClientPageDocument, UpdateClientDocument } from "../clients.generated.ts";
import {
  type ClientRecord,
  type ClientValues,
  changedKeys,
  customKeyOf,
  fieldValue,
  inputOf,
  type RecordKey,
  sameValue,
  valuesOf,
  withValues,
} from "../clientValues.ts";
import { recordLabelOf, recordTextOf } from "../fieldTexts.ts";
import { ClientContactsDocument } from "./contacts/contacts.generated.ts";

type ConflictTexts = Pick<Versioned<ClientRecord, ClientValues>, "labelOf" | "textOf">;

/** Saves what differs between two versions of a record, shown at once and taken back when refused. */
export function useSaveClient(): (before: ClientRecord, after: ClientRecord) => Promise<ClientRecord> {
  const apollo = useApolloClient();
  const { i18n } = useTranslation();
  const { fields } = useCustomFields();
  const phone = usePhoneFormat();
  return (before, after) =>
    saveClient(apollo, before, after, {
      labelOf: (key) => recordLabelOf(key, after.taxProfile.country, fields),
      textOf: (key, values) => {
        const text = recordTextOf(i18n.language, withValues(before, { [key]: values[key] }), key);
        const type = customKeyOf(key)
          ? fields.find((field) => field.key === customKeyOf(key))?.type
          : clientFields[key as ClientFieldKey].type;
        return type?.toLowerCase() === "phone" ? phone(text) : text;
      },
    });
}

export function saveClient(apollo: ApolloClient, before: ClientRecord, after: ClientRecord, texts: ConflictTexts) {
  const changed = Object.fromEntries(changedKeys(before, after).map((key) => [key, fieldValue(after, key)]));
  return saveVersioned<ClientRecord, ClientValues>(
    {
      ...texts,
      valuesOf,
      same: sameValue,
      send: (base, values) => send(apollo, withValues(base, values), Object.keys(values) as RecordKey[]),
      reread: async ({ id }) => {
        const variables = { id };
        const { data } = await apollo.query({ query: ClientPageDocument, variables, fetchPolicy: "network-only" });
        return data?.client;
      },
    },
    before,
    changed,
  );
}

async function send(apollo: ApolloClient, client: ClientRecord, keys: RecordKey[]) {
  const { data } = await apollo.mutate({
    mutation: UpdateClientDocument,
    variables: { id: client.id, input: inputOf(client, keys), expectedVersion: client.version },
    optimisticResponse: { updateClient: client },
    // The contact person is one of the contacts.
    refetchQueries: keys.includes("contactPerson") ? [ClientContactsDocument] : [],
  });
  if (!data) throw new Error("updateClient answered nothing");
  return data.updateClient;
}
