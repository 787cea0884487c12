import { useController } from "react-hook-form";
import { Field, type FieldProps } from "./Field.tsx";
import { NumberField } from "./NumberField.tsx";

/** A number of the form around it. */
export function NumberInput({ name, ...shown }: FieldProps & { name: string }) {
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ name });
  return (
    <Field {...shown} error={fieldState.error?.message}>
      {({ id, ...described }) => <NumberField {...field} inputRef={ref} id={id} inputProps={described} />}
    </Field>
  );
}
