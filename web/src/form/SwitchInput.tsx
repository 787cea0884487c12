import Box from "@mui/material/Box";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useController } from "react-hook-form";

interface SwitchInputProps {
  name: string;
  label: string;
  /** A sentence on what it does. */
  hint?: string;
}

/** A yes or no of the form around it, with a sentence on what it does. */
export function SwitchInput({ name, label, hint }: SwitchInputProps) {
  const id = useId();
  const { field, fieldState } = useController({ name });
  return (
    <Box sx={{ display: "flex", gap: 2, alignItems: "flex-start", justifyContent: "space-between" }}>
      <Box>
        <Typography component="label" htmlFor={id} sx={{ fontWeight: 600, display: "block" }}>
          {label}
        </Typography>
        {(fieldState.error || hint) && (
          <Typography id={`${id}-hint`} variant="body2" color={fieldState.error ? "error" : "textSecondary"}>
            {fieldState.error?.message ?? hint}
          </Typography>
        )}
      </Box>
      <Switch
        name={name}
        checked={Boolean(field.value)}
        onChange={field.onChange}
        onBlur={field.onBlur}
        slotProps={{
          input: { id, ref: field.ref, "aria-describedby": fieldState.error || hint ? `${id}-hint` : undefined },
        }}
      />
    </Box>
  );
}
