import Autocomplete from "@mui/material/Autocomplete";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Field, type FieldProps } from "./Field.tsx";

export interface Choice {
  value: string;
  label: string;
  /** More words one may find it by. */
  keywords?: string;
}

interface ChoiceInputProps extends FieldProps {
  name: string;
  options: readonly Choice[];
  /** Whether nothing may be chosen, which is null. */
  clearable?: boolean;
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One of many, found by typing any part of it: time zones, currencies, countries, people. */
export function ChoiceInput({ name, label, required, hint, aside, options, clearable = false }: ChoiceInputProps) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ name });
  const selected = options.find(({ value }) => value === field.value) ?? null;
  return (
    <Field label={label} required={required} hint={hint} aside={aside} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <Autocomplete
          id={id}
          options={options}
          value={selected}
          disableClearable={!clearable}
          autoHighlight
          onChange={(_event, choice) => field.onChange(choice?.value ?? null)}
          onBlur={field.onBlur}
          filterOptions={(all, { inputValue }) => {
            const words = fold(inputValue).split(/\s+/).filter(Boolean);
            const found = all.filter((each) => {
              const text = fold(`${each.label} ${each.value} ${each.keywords ?? ""}`);
              return words.every((word) => text.includes(word));
            });
            return found.slice(0, 200);
          }}
          isOptionEqualToValue={(one, other) => one.value === other.value}
          noOptionsText={t("form.noMatch")}
          openText={t("form.open")}
          closeText={t("common.close")}
          clearText={t("form.clear")}
          renderInput={({ id: inputId, size: _size, fullWidth, disabled, slotProps }) => (
            <OutlinedInput
              {...slotProps.input}
              id={inputId}
              name={name}
              fullWidth={fullWidth}
              disabled={disabled}
              error={Boolean(fieldState.error)}
              inputRef={field.ref}
              slotProps={{ input: { ...slotProps.htmlInput, ...described } }}
            />
          )}
        />
      )}
    </Field>
  );
}
