import { useController } from "react-hook-form";
import type { FieldProps } from "./Field.tsx";
import { PasswordField } from "./PasswordField.tsx";

interface PasswordInputProps extends FieldProps {
  name: string;
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
}

/** A password field of the form around it. */
export function PasswordInput({ name, ...props }: PasswordInputProps) {
  const { field, fieldState } = useController({ name });
  return (
    <PasswordField
      {...props}
      name={name}
      value={field.value ?? ""}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}
