import OutlinedInput from "@mui/material/OutlinedInput";
import { useController } from "react-hook-form";
import { Field } from "../../../form/Field.tsx";

/** A calendar day of the form around it; an emptied field is null, as the rules want it. */
export function DateInput({ name, label, required }: { name: string; label: string; required?: boolean }) {
  const { field, fieldState } = useController({ name });
  return (
    <Field label={label} required={required} error={fieldState.error?.message}>
      {({ id, ...described }) => (
        <OutlinedInput
          {...field}
          id={id}
          type="date"
          value={field.value ?? ""}
          onChange={(event) => field.onChange(event.target.value || null)}
          inputRef={field.ref}
          slotProps={{ input: described }}
        />
      )}
    </Field>
  );
}
