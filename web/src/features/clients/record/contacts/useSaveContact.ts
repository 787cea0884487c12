import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import { saveVersioned, type Versioned } from "../../../../records/saveVersioned.ts";
import { ClientContactsDocument, type Contact_ContactFragment, UpdateContactDocument } from "./contacts.generated.ts";

/** The changeable values of a contact. `primary` is only ever sent to take the role over. */
export interface ContactValues {
  name: string;
  position: string | null;
  email: string | null;
  phone: string | null;
  primary: true;
}

/** Saves changed values of a contact on what others made of it meanwhile. */
export function useSaveContact(clientId: string) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const phone = usePhoneFormat();
  const kind: Versioned<Contact_ContactFragment, ContactValues> = {
    valuesOf: ({ name, position, email, phone, primary }) =>
      ({ name, position, email, phone, primary: primary || null }) as ContactValues,
    send: async (base, input) => {
      const { data } = await apollo.mutate({
        mutation: UpdateContactDocument,
        variables: { id: base.id, input, expectedVersion: base.version },
        refetchQueries: [ClientContactsDocument],
      });
      if (!data) throw new Error("updateContact answered nothing");
      return data.updateContact;
    },
    reread: async ({ id }) => {
      const variables = { clientId };
      const { data } = await apollo.query({ query: ClientContactsDocument, variables, fetchPolicy: "network-only" });
      return data?.client?.contacts.find((contact) => contact.id === id);
    },
    labelOf: (name) => t(`contacts.field.${name}`),
    textOf: (name, values) => {
      const text = String(values[name] ?? "");
      return name === "phone" ? phone(text) : text;
    },
  };
  return (contact: Contact_ContactFragment, changed: Partial<ContactValues>) => saveVersioned(kind, contact, changed);
}
