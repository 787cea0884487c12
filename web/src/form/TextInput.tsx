import OutlinedInput, { type OutlinedInputProps } from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { Field, type FieldProps } from "./Field.tsx";

interface TextInputProps extends FieldProps {
  name: string;
  type?: "text" | "email" | "tel" | "url" | "date" | "time" | "datetime-local" | "search";
  autoComplete?: string;
  autoFocus?: boolean;
  multiline?: { minRows: number; maxRows: number };
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "url";
  startAdornment?: OutlinedInputProps["startAdornment"];
  endAdornment?: OutlinedInputProps["endAdornment"];
}

/** A text field of the form around it. */
export function TextInput({
  name,
  label,
  required,
  hint,
  aside,
  type = "text",
  multiline,
  inputMode,
  ...rest
}: TextInputProps) {
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ name });
  return (
    <Field label={label} required={required} hint={hint} aside={aside} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <OutlinedInput
          {...rest}
          {...field}
          inputRef={ref}
          id={id}
          type={type}
          value={field.value ?? ""}
          {...(multiline && { multiline: true, ...multiline })}
          slotProps={{ input: { ...described, inputMode } }}
        />
      )}
    </Field>
  );
}
