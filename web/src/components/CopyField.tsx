import CheckIcon from "@mui/icons-material/Check";
import CopyIcon from "@mui/icons-material/ContentCopyOutlined";
import Button from "@mui/material/Button";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../form/Field.tsx";
import { copyText } from "./copyText.ts";

/** A value to take elsewhere, with a button that copies it. Without access to the clipboard it is selected instead. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function copy() {
    input.current?.select();
    try {
      await copyText(value);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  }
  return (
    <Field label={label}>
      {({ id }) => (
        <OutlinedInput
          id={id}
          readOnly
          value={value}
          inputRef={input}
          onFocus={(event) => event.target.select()}
          sx={{ fontFamily: "ui-monospace, monospace", pr: 0.5 }}
          endAdornment={
            <Button
              onClick={() => void copy()}
              startIcon={copied ? <CheckIcon /> : <CopyIcon />}
              sx={{ flexShrink: 0 }}
            >
              <span aria-live="polite">{copied ? t("common.copied") : t("common.copy")}</span>
            </Button>
          }
        />
      )}
    </Field>
  );
}
