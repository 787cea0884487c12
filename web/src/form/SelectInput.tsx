import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { Field, type FieldProps } from "./Field.tsx";

interface SelectInputProps extends FieldProps {
  name: string;
  options: readonly { value: string; label: string }[];
  /** The words for "none"; without it, one must be chosen. */
  none?: string;
}

/** One of a few choices, as the platform's own list: quick on a phone and by keyboard. None is null. */
export function SelectInput({ name, label, required, hint, aside, options, none }: SelectInputProps) {
  const { field, fieldState } = useController({ name });
  return (
    <Field label={label} required={required} hint={hint} aside={aside} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <NativeSelect
          name={name}
          input={<OutlinedInput />}
          value={field.value ?? ""}
          onChange={(event) => field.onChange(event.target.value === "" ? null : event.target.value)}
          onBlur={field.onBlur}
          inputRef={field.ref}
          inputProps={{ id, ...described }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
