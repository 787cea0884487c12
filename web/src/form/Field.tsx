import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import { type ReactNode, useId } from "react";

/** What every field shows around its input. */
export interface FieldProps {
  label: string;
  required?: boolean | undefined;
  /** A line that helps; an error takes its place. */
  hint?: ReactNode;
  /** Something at the right of the label, such as a link. */
  aside?: ReactNode;
}

interface FieldFrameProps extends FieldProps {
  error?: string | undefined;
  /** The input, given what ties it to its label and its hint. */
  children: (input: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-required": true | undefined;
  }) => ReactNode;
}

/** A label above an input, and beneath it the hint or the error. */
export function Field({ label, required, hint, aside, error, children }: FieldFrameProps) {
  const id = useId();
  const described = error || hint ? `${id}-hint` : undefined;
  return (
    <FormControl error={Boolean(error)} fullWidth>
      <Box sx={{ display: "flex", justifyContent: "space-between", alignItems: "baseline", mb: 0.5 }}>
        <FormLabel htmlFor={id} required={Boolean(required)} sx={{ minWidth: 0, overflowWrap: "anywhere" }}>
          {label}
        </FormLabel>
        {aside}
      </Box>
      {children({ id, "aria-describedby": described, "aria-required": required || undefined })}
      {(error || hint) && <FormHelperText id={described}>{error ?? hint}</FormHelperText>}
    </FormControl>
  );
}
