import { useTranslation } from "react-i18next";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { NumberInput } from "../../../form/NumberInput.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { BooleanInput } from "./BooleanInput.tsx";
import { DateInput } from "./DateInput.tsx";
import { formKeyOf } from "./formValues.ts";

const inputTypes = { URL: "url", EMAIL: "email", PHONE: "tel" } as const;

/** The input of a field that the business defined, in the client's form around it [F119]. */
export function CustomFieldInput({ field }: { field: CustomField }) {
  const { t } = useTranslation();
  const { label, required, type } = field;
  const name = `customFields.${formKeyOf(field.key)}`;
  const options = field.options.map((option) => ({ value: option, label: option }));
  switch (type) {
    case "BOOLEAN":
      return <BooleanInput name={name} label={label} required={required} />;
    case "SELECT":
      return (
        <SelectInput
          name={name}
          label={label}
          required={required}
          options={options}
          none={t("clientPages.form.noneChosen")}
        />
      );
    case "MULTI_SELECT":
      return <ChoicesInput name={name} label={label} required={required} options={options} />;
    case "DATE":
      return <DateInput name={name} label={label} required={required} />;
    case "NUMBER":
      return <NumberInput name={name} label={label} required={required} />;
    case "LONG_TEXT":
      return <TextInput name={name} label={label} required={required} multiline={{ minRows: 3, maxRows: 12 }} />;
    default:
      return (
        <TextInput
          name={name}
          label={label}
          required={required}
          autoComplete="off"
          type={inputTypes[type as keyof typeof inputTypes] ?? "text"}
        />
      );
  }
}
