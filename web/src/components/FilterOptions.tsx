import { foldText } from "@clientela/shared/normalize/fold";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

export interface FilterOption<Value extends string> {
  value: Value;
  text: string;
  /** What is shown instead of the bare text. */
  content?: ReactNode;
}

interface FilterOptionsProps<Value extends string> {
  label: string;
  options: FilterOption<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  /** Makes a value of what was typed, where not every one is among the options. */
  ofTyped?: (text: string) => Value;
}

const manyOptions = 8;

/** Several values to tick; long lists can be searched, accents and case ignored. Every tick takes effect at once. */
export function FilterOptions<Value extends string>({
  label,
  options,
  chosen,
  onChange,
  ofTyped,
}: FilterOptionsProps<Value>) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState("");
  // Ticks show at once; the address, and with it the page, follows.
  const [ticked, setTicked] = useState(chosen);
  const known = options.filter(({ text }) => foldText(text).includes(foldText(wanted.trim())));
  const isNew = ofTyped && wanted.trim() && !options.some(({ text }) => foldText(text) === foldText(wanted.trim()));
  const shown = isNew ? [...known, { value: ofTyped(wanted.trim()), text: wanted.trim(), content: undefined }] : known;
  const toggle = (value: Value) => {
    const next = ticked.includes(value) ? ticked.filter((other) => other !== value) : [...ticked, value];
    setTicked(next);
    onChange(next);
  };
  return (
    <Box role="group" aria-label={label} sx={{ p: 1, maxHeight: 320, overflow: "auto" }}>
      {(options.length > manyOptions || ofTyped) && (
        <OutlinedInput
          fullWidth
          autoFocus
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          placeholder={t("filters.find")}
          inputProps={{ "aria-label": t("filters.find") }}
          sx={{ mb: 1 }}
        />
      )}
      {options.length === 0 && !ofTyped && (
        <Typography variant="body2" color="textSecondary" sx={{ p: 1 }}>
          {t("filters.nothing")}
        </Typography>
      )}
      {shown.map(({ value, text, content }) => (
        <FormControlLabel
          key={value}
          control={
            <Checkbox size="small" checked={ticked.includes(value)} onChange={() => toggle(value)} sx={{ p: 0.5 }} />
          }
          label={content ?? text}
          sx={{
            display: "flex",
            m: 0,
            px: 0.5,
            minHeight: 32,
            borderRadius: 1,
            "&:hover": { bgcolor: "action.hover" },
            "& .MuiFormControlLabel-label": { fontSize: "0.875rem", ml: 0.5, minWidth: 0, overflowWrap: "anywhere" },
          }}
        />
      ))}
    </Box>
  );
}
