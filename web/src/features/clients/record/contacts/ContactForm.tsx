import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { contactRules } from "@clientela/shared/contacts/rules";
import { useTranslation } from "react-i18next";
import { SwitchInput } from "../../../../form/SwitchInput.tsx";
import { differingKeys, saveOnLatest } from "../../../../form/saveOnLatest.ts";
import { TextInput } from "../../../../form/TextInput.tsx";
import { leavesParameter } from "../../../../form/unsaved.ts";
import { useConflictChoice } from "../../../../form/useConflictChoice.tsx";
import { useRulesForm } from "../../../../form/useRulesForm.ts";
import { EditForm } from "../../../../records/EditForm.tsx";
import {
  ClientContactsDocument,
  type Contact_ContactFragment,
  useAddContactMutation,
  useUpdateContactMutation,
} from "./contacts.generated.ts";

interface ContactFormProps {
  clientId: string;
  /** The contact to edit; none adds a new one. */
  contact: Contact_ContactFragment | undefined;
  /** False where contact data are masked from the viewer: a mask must not be saved. */
  visible: boolean;
  onClose: () => void;
}

/** What the form shows of a contact, as far as the viewer may see it. */
const valuesOf = (contact: Contact_ContactFragment, reachable: boolean) => ({
  name: contact.name,
  position: contact.position,
  ...(reachable && { email: contact.email, phone: contact.phone }),
  ...(!contact.primary && { primary: false }),
});
type TypedField = "name" | "position" | "email" | "phone";

/** Only taking it over is asked for: nobody stops being the primary contact by another's form. */
const withoutFalse = <T extends { primary?: boolean | null | undefined }>({ primary, ...values }: T) => ({
  ...values,
  ...(primary && { primary }),
});

async function rereadContact(apollo: ApolloClient, clientId: string, id: string) {
  const { data } = await apollo.query({
    query: ClientContactsDocument,
    variables: { clientId },
    fetchPolicy: "network-only",
  });
  return data?.client?.contacts.find((contact) => contact.id === id);
}

/** Who somebody at the client is, and how to reach them [F189]. */
export function ContactForm({ clientId, contact, visible, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const refetchQueries = [ClientContactsDocument];
  const [add] = useAddContactMutation({ refetchQueries });
  const apollo = useApolloClient();
  const [update] = useUpdateContactMutation({ refetchQueries });
  const conflict = useConflictChoice();
  const reachable = visible || !contact;
  const form = useRulesForm({
    rules: contactRules,
    defaultValues: contact
      ? valuesOf(contact, reachable)
      : { name: "", position: null, email: null, phone: null, primary: false },
    leaves: leavesParameter("contact"),
  });
  return (
    <>
      <EditForm
        form={form}
        label={contact ? t("contacts.page.edit", { name: contact.name }) : t("contacts.page.add")}
        save={async (values, changed) => {
          if (!contact) return void (await add({ variables: { clientId, input: withoutFalse(values) } }));
          await saveOnLatest(contact, withoutFalse(changed), {
            send: (base, input) => update({ variables: { id: base.id, input, expectedVersion: base.version } }),
            reread: () => rereadContact(apollo, clientId, contact.id),
            differing: (base, theirs) => differingKeys(valuesOf(base, reachable), valuesOf(theirs, reachable)),
            ask: (theirs, fields, mine) =>
              conflict.ask(
                (fields as TypedField[]).map((key) => ({
                  key,
                  label: t(`contacts.field.${key}`),
                  theirs: theirs[key] ?? "",
                  mine: mine[key] ?? "",
                })),
              ),
          });
        }}
        saved={contact ? t("people.saved") : t("contacts.page.added")}
        submitLabel={contact ? t("common.save") : t("contacts.page.add")}
        onClose={onClose}
      >
        <TextInput name="name" label={t("contacts.field.name")} required autoFocus autoComplete="off" />
        <TextInput name="position" label={t("contacts.field.position")} autoComplete="off" />
        {reachable && (
          <>
            <TextInput name="email" label={t("contacts.field.email")} type="email" autoComplete="off" />
            <TextInput name="phone" label={t("contacts.field.phone")} type="tel" autoComplete="off" />
          </>
        )}
        {!contact?.primary && contact?.active !== false && (
          <SwitchInput name="primary" label={t("contacts.field.primary")} hint={t("contacts.page.primaryHint")} />
        )}
      </EditForm>
      {conflict.dialog}
    </>
  );
}
