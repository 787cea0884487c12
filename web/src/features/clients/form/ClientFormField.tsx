import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { textOfValue } from "../../../i18n/fieldValue.ts";
import { taxKeyOf } from "../clientValues.ts";
import { labelOf } from "../fieldTexts.ts";
import { AddressesInput } from "./AddressesInput.tsx";
import { DateInput } from "./DateInput.tsx";
import { inputName } from "./formFields.ts";
import { TagsInput } from "./TagsInput.tsx";
import { useChoices } from "./useChoices.ts";
import { useTaxNotes } from "./useTaxNotes.ts";

/** The parts of a tax number, in their order. */
const taxNames = ["country", "taxId", "checkDigit", "rucType"] as const;

const inputTypes = { text: "text", email: "email", phone: "tel", url: "url" } as const;

interface ClientFormFieldProps {
  fieldKey: ClientFieldKey;
  required?: boolean;
  autoFocus?: boolean;
  hint?: string | undefined;
}

/** The input of one field of the registry, in the form around it. */
export function ClientFormField({ fieldKey, required = false, autoFocus = false, hint }: ClientFormFieldProps) {
  const { t, i18n } = useTranslation();
  const { control } = useFormContext();
  const name = inputName(fieldKey);
  const value = useWatch({ control, name });
  const tax = useWatch({ control, name: taxNames.map((part) => `taxProfile.${part}`) });
  const [country] = tax;
  const notes = useTaxNotes(Object.fromEntries(taxNames.map((part, index) => [part, tax[index]])));
  const note = notes[taxKeyOf(fieldKey) as keyof typeof notes]?.text;
  const present = typeof value === "string" && value ? value : null;
  const choices = useChoices(
    fieldKey,
    present === null ? null : { value: present, label: textOfValue(i18n.language, fieldKey, present) },
  );
  const label = labelOf(fieldKey, country);
  const { type } = clientFields[fieldKey];

  if (type === "addresses") return <AddressesInput />;
  if (type === "tags") return <TagsInput label={label} />;
  if (type === "date") return <DateInput name={name} label={label} />;
  if (type === "country" || type === "language")
    return <ChoiceInput name={name} label={label} options={choices ?? []} clearable />;
  if (choices) {
    const none = fieldKey === "kind" ? {} : { none: t("clientPages.form.noneChosen") };
    const hint = fieldKey === "team" ? t("clientPages.form.teamHint") : note;
    return <SelectInput name={name} label={label} options={choices} hint={hint} {...none} />;
  }
  return (
    <TextInput
      name={name}
      label={label}
      required={required}
      autoFocus={autoFocus}
      autoComplete="off"
      hint={note ?? hint}
      type={inputTypes[type as keyof typeof inputTypes] ?? "text"}
    />
  );
}
