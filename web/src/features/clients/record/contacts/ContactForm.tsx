import { contactRules } from "@clientela/shared/contacts/rules";
import { useTranslation } from "react-i18next";
import { SwitchInput } from "../../../../form/SwitchInput.tsx";
import { TextInput } from "../../../../form/TextInput.tsx";
import { leavesParameter } from "../../../../form/unsaved.ts";
import { useRulesForm } from "../../../../form/useRulesForm.ts";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import { EditForm } from "../../../../records/EditForm.tsx";
import { ClientContactsDocument, type Contact_ContactFragment, useAddContactMutation } from "./contacts.generated.ts";
import { type ContactValues, useSaveContact } from "./useSaveContact.ts";

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

/** Nobody stops being the primary contact by another's form. */
const withoutFalse = <T extends { primary?: boolean | null | undefined }>({ primary, ...values }: T) => ({
  ...values,
  ...(primary && { primary }),
});

/** Who somebody at the client is, and how to reach them [F189]. */
export function ContactForm({ clientId, contact, visible, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const [add] = useAddContactMutation({ refetchQueries: [ClientContactsDocument] });
  const save = useSaveContact(clientId);
  const phone = usePhoneFormat();
  const reachable = visible || !contact;
  const form = useRulesForm({
    rules: contactRules,
    defaultValues: contact
      ? valuesOf({ ...contact, phone: contact.phone && phone(contact.phone, { abroad: true }) }, reachable)
      : { name: "", position: null, email: null, phone: null, primary: false },
    leaves: leavesParameter("contact"),
  });
  return (
    <EditForm
      form={form}
      label={contact ? t("contacts.page.edit", { name: contact.name }) : t("contacts.page.add")}
      save={async (values, changed) => {
        if (!contact) return void (await add({ variables: { clientId, input: withoutFalse(values) } }));
        await save(contact, withoutFalse(changed) as Partial<ContactValues>);
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
  );
}
