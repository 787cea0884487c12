import { useApolloClient } from "@apollo/client/react";
import { contactRules } from "@clientela/shared/contacts/rules";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelBody } from "../../../../components/PanelBody.tsx";
import { toast } from "../../../../feedback/toast.ts";
import { Form } from "../../../../form/Form.tsx";
import { FormActions } from "../../../../form/FormActions.tsx";
import { SwitchInput } from "../../../../form/SwitchInput.tsx";
import { TextInput } from "../../../../form/TextInput.tsx";
import { leavesParameter } from "../../../../form/unsaved.ts";
import { useRulesForm } from "../../../../form/useRulesForm.ts";
import { ConflictChoice } from "../../components/ConflictChoice.tsx";
import { ConflictLeft } from "../../saveClient.ts";
import { ClientContactsDocument, type Contact_ContactFragment, useAddContactMutation } from "../contacts.generated.ts";
import { type ContactClash, saveContact } from "../saveContact.ts";

interface ContactFormProps {
  clientId: string;
  /** The contact to edit; none adds a new one. */
  contact: Contact_ContactFragment | undefined;
  /** False where contact data are masked from the viewer: a mask must not be saved. */
  visible: boolean;
  onClose: () => void;
}

interface Question {
  clashes: ContactClash[];
  answer: (keepTheirs: string[] | null) => void;
}

/** Who somebody at the client is, and how to reach them [F189]. */
export function ContactForm({ clientId, contact, visible, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const refetchQueries = [ClientContactsDocument];
  const [add] = useAddContactMutation({ refetchQueries });
  const apollo = useApolloClient();
  const [question, setQuestion] = useState<Question | null>(null);
  // The panel stays with the contact it was opened for, whatever becomes of the list meanwhile.
  const [opened] = useState(contact);
  const ask = (clashes: ContactClash[]) =>
    new Promise<string[] | null>((resolve) => {
      setQuestion({
        clashes,
        answer: (kept) => {
          setQuestion(null);
          resolve(kept);
        },
      });
    });
  const reachable = visible || !contact;
  const form = useRulesForm({
    rules: contactRules,
    defaultValues: {
      name: contact?.name ?? "",
      position: contact?.position ?? null,
      ...(reachable && { email: contact?.email ?? null, phone: contact?.phone ?? null }),
      ...(!contact?.primary && { primary: false }),
    },
    leaves: leavesParameter("contact"),
  });
  return (
    <PanelBody>
      <Form
        form={form}
        label={contact ? t("contacts.page.edit", { name: contact.name }) : t("contacts.page.add")}
        save={async ({ primary, ...values }) => {
          // Only taking it over is asked for: nobody stops being the primary contact by another's form.
          const input = { ...values, ...(primary && { primary }) };
          if (opened) await saveContact(apollo, { clientId, contact: opened, input, ask });
          else await add({ variables: { clientId, input } });
        }}
        onSaved={() => {
          toast(contact ? t("people.saved") : t("contacts.page.added"));
          onClose();
        }}
        onProblem={(error) => {
          if (error instanceof ConflictLeft) form.setError("root", { type: "server", message: t("errors.conflict") });
          return error instanceof ConflictLeft;
        }}
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
        <FormActions submitLabel={contact ? t("common.save") : t("contacts.page.add")} onCancel={onClose} sticky />
      </Form>
      {question && (
        <ConflictChoice
          fields={question.clashes.map((clash) => ({ ...clash, label: t(`contacts.field.${clash.key}`) }))}
          onAnswer={question.answer}
        />
      )}
    </PanelBody>
  );
}
