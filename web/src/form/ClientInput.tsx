import { useController } from "react-hook-form";
import { ClientPicker } from "../components/ClientPicker.tsx";
import { Field, type FieldProps } from "./Field.tsx";

/** A form's field for one client of all; its value has the client's id and name. */
export function ClientInput({ name, onChosen, ...shown }: FieldProps & { name: string; onChosen?: () => void }) {
  const { field, fieldState } = useController({ name });
  return (
    <Field {...shown} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <ClientPicker
          id={id}
          name={name}
          inputRef={field.ref}
          value={field.value ?? null}
          onChange={(client) => {
            field.onChange(client);
            onChosen?.();
          }}
          error={Boolean(fieldState.error)}
          describedBy={described["aria-describedby"]}
        />
      )}
    </Field>
  );
}
