import Autocomplete from "@mui/material/Autocomplete";
import Chip from "@mui/material/Chip";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Choice } from "./ChoiceInput.tsx";
import { Field, type FieldProps } from "./Field.tsx";

interface ChoicesInputProps extends FieldProps {
  name: string;
  options: readonly Choice[];
}

/** Any number of many, as chips, found by typing. */
export function ChoicesInput({ name, label, required, hint, aside, options }: ChoicesInputProps) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ name });
  const chosen: readonly string[] = field.value ?? [];
  return (
    <Field label={label} required={required} hint={hint} aside={aside} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <Autocomplete
          multiple
          id={id}
          options={options}
          value={options.filter(({ value }) => chosen.includes(value))}
          disableCloseOnSelect
          filterSelectedOptions
          autoHighlight
          onChange={(_event, choices) => field.onChange(choices.map(({ value }) => value))}
          onBlur={field.onBlur}
          isOptionEqualToValue={(one, other) => one.value === other.value}
          noOptionsText={t("form.noMatch")}
          openText={t("form.open")}
          closeText={t("common.close")}
          clearText={t("form.clear")}
          renderValue={(values, itemProps) =>
            values.map((choice, index) => {
              const { key, ...item } = itemProps({ index });
              return <Chip key={key} label={choice.label} {...item} />;
            })
          }
          renderInput={({ id: inputId, disabled, fullWidth, slotProps }) => (
            <OutlinedInput
              {...slotProps.input}
              id={inputId}
              name={name}
              disabled={disabled}
              fullWidth={fullWidth}
              inputRef={field.ref}
              slotProps={{ input: { ...slotProps.htmlInput, ...described } }}
            />
          )}
        />
      )}
    </Field>
  );
}
