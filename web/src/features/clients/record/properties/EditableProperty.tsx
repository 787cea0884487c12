import { type ClientFieldKey, clientField } from "@clientela/shared/clients/fields";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../../hooks/usePeople.ts";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import { type ClientRecord, fieldValue } from "../../clientValues.ts";
import { labelOf, textOfField } from "../../fieldTexts.ts";
import { useChoices } from "../../form/useChoices.ts";
import type { TaxNote } from "../../form/useTaxNotes.ts";
import { PropertyField } from "./PropertyField.tsx";
import { useFieldEdit } from "./useFieldEdit.ts";

const copied = new Set<ClientFieldKey>(["email", "phone", "mobile", "whatsapp", "website", "taxProfile.taxId"]);
const inputTypes = { email: "email", phone: "tel", url: "url", date: "date" } as const;

interface EditablePropertyProps {
  client: ClientRecord;
  fieldKey: ClientFieldKey;
  /** Said below the value. */
  note?: TaxNote | undefined;
}

/** A field of the registry, edited where it stands. */
export function EditableProperty({ client, fieldKey, note }: EditablePropertyProps) {
  const { i18n } = useTranslation();
  const edit = useFieldEdit(client, fieldKey);
  const { type, sensitive } = clientField(fieldKey);
  const people = usePeople({ skip: type !== "user" && type !== "team" });

  const value = fieldValue(client, fieldKey);
  const phone = usePhoneFormat();
  const plain = textOfField(i18n.language, client, fieldKey);
  const text = type === "phone" ? phone(plain) : plain;
  const key = typeof value === "object" ? ((value as { id: string } | null)?.id ?? null) : (value as string | null);
  const choices = useChoices(fieldKey, key ? { value: key, label: text } : null);
  const hidden = Boolean(sensitive) && !client.viewerCan.seeContactData;

  const valueOfChoice = (choice: string) => {
    if (type === "user") return people.users.find(({ id }) => id === choice) ?? null;
    if (type === "team") return people.teams.find(({ id }) => id === choice) ?? null;
    return choice || null;
  };
  return (
    <PropertyField
      label={labelOf(fieldKey, client.taxProfile.country)}
      historyOf={fieldKey}
      text={text}
      value={key}
      {...(type === "phone" && key && { written: phone(key, { abroad: true }) })}
      edit={edit}
      editable={client.viewerCan.edit && !hidden}
      hidden={hidden}
      copied={copied.has(fieldKey)}
      note={note}
      choices={choices}
      valueOfChoice={valueOfChoice}
      clearable={fieldKey !== "kind" && fieldKey !== "newsletterStatus"}
      typed={inputTypes[type as keyof typeof inputTypes] ?? "text"}
    />
  );
}
