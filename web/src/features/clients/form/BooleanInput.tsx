import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field } from "../../../form/Field.tsx";

interface BooleanInputProps {
  name: string;
  label: string;
  required: boolean;
}

/** Yes, no or not said, which is null: a switch could not tell the last two apart. */
export function BooleanInput({ name, label, required }: BooleanInputProps) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ name });
  return (
    <Field label={label} required={required} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <NativeSelect
          name={name}
          input={<OutlinedInput />}
          value={field.value === null || field.value === undefined ? "" : String(field.value)}
          onChange={({ target: { value } }) => field.onChange(value === "" ? null : value === "true")}
          onBlur={field.onBlur}
          inputRef={field.ref}
          inputProps={{ id, ...described }}
        >
          <option value="">{t("clientPages.form.noneChosen")}</option>
          <option value="true">{t("customFields.yes")}</option>
          <option value="false">{t("customFields.no")}</option>
        </NativeSelect>
      )}
    </Field>
  );
}
