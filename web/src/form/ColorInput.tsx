import { tagColorNames, tagColors } from "@clientela/shared/tags/palette";
import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { type ReactNode, useId } from "react";
import { useController } from "react-hook-form";
import { useColorNameOf } from "../hooks/useColorName.ts";

interface ColorInputProps {
  name: string;
  label: string;
  /** What will have the colour, in it. */
  sampleOf: (color: string) => ReactNode;
  /** The colour while none is chosen. */
  fallback: string;
  /** The colour it has already, which may come from elsewhere than the palette. */
  known: string | null;
}

const palette: readonly string[] = tagColorNames.map((name) => tagColors[name]);

/** One of the palette's colours, each by its name as well. */
export function ColorInput({ name, label, sampleOf, fallback, known }: ColorInputProps) {
  const id = useId();
  const { field, fieldState } = useController({ name });
  const colorName = useColorNameOf();
  const chosen = ((field.value as string | null) ?? fallback).toLowerCase();
  const other = known && !palette.includes(known.toLowerCase()) ? [known.toLowerCase()] : [];
  return (
    <FormControl error={Boolean(fieldState.error)}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, mb: 0.5 }}>
        <FormLabel id={id}>{label}</FormLabel>
        {sampleOf(chosen)}
      </Box>
      <RadioGroup
        aria-labelledby={id}
        name={name}
        value={chosen}
        onChange={(event) => field.onChange(event.target.value)}
        sx={{ display: "grid", gridTemplateColumns: { xs: "1fr 1fr", sm: "1fr 1fr 1fr" } }}
      >
        {[...palette, ...other].map((color) => (
          <FormControlLabel
            key={color}
            value={color}
            control={<Radio size="small" sx={{ p: 0.75 }} />}
            label={
              <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 1 }}>
                <Box
                  component="span"
                  aria-hidden
                  sx={{ width: 14, height: 14, borderRadius: 0.5 }}
                  style={{ background: color }}
                />
                {colorName(color)}
              </Box>
            }
            sx={{ m: 0, minHeight: 36 }}
          />
        ))}
      </RadioGroup>
      {fieldState.error && <FormHelperText role="alert">{fieldState.error.message}</FormHelperText>}
    </FormControl>
  );
}
