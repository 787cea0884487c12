import { readNumber, writeNumber } from "@clientela/shared/normalize/number";
import OutlinedInput, { type OutlinedInputProps } from "@mui/material/OutlinedInput";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../i18n/i18n.ts";

interface NumberFieldProps extends Omit<OutlinedInputProps, "value" | "onChange" | "type"> {
  /** A number, decimal text, or what was typed and is none. */
  value: unknown;
  /** Gets a number, the typed text if it is no number, or null if the field is empty. */
  onChange: (value: number | string | null) => void;
}

/** A number as people of the language write it, `12,5`; it stays as it is typed until the field is left. */
export function NumberField({ value, onChange, onBlur, inputProps, ...rest }: NumberFieldProps) {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <OutlinedInput
      {...rest}
      type="text"
      value={typed ?? writeNumber(value, locale)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(typedValue(event.target.value, locale));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      inputProps={{ autoComplete: "off", ...inputProps, inputMode: "decimal" }}
    />
  );
}

function typedValue(text: string, locale: string): number | string | null {
  if (!text.trim()) return null;
  const read = readNumber(text, locale);
  if (read === null) return text;
  // More digits than a number keeps stay text, for the rules to refuse.
  return writeNumber(read, "en") === writeNumber(Number(read), "en") ? Number(read) : read;
}
