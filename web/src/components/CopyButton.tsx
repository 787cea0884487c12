import Check from "@mui/icons-material/Check";
import ContentCopy from "@mui/icons-material/ContentCopy";
import IconButton from "@mui/material/IconButton";
import { useState } from "react";
import { copyText } from "./copyText.ts";

interface CopyButtonProps {
  value: string;
  /** `Copiar e-mail`. */
  label: string;
  /** What is said once it is copied. */
  copiedLabel: string;
  tabIndex?: number;
}

const shownFor = 1_500;

/** Copies a value; for a moment a tick says that it did. */
export function CopyButton({ value, label, copiedLabel, tabIndex }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  return (
    <IconButton
      tabIndex={tabIndex}
      aria-label={copied ? copiedLabel : label}
      title={copied ? copiedLabel : label}
      onClick={async () => {
        await copyText(value);
        setCopied(true);
        setTimeout(() => setCopied(false), shownFor);
      }}
      sx={{ minWidth: 28, minHeight: 28, p: 0 }}
    >
      {copied ? (
        <Check sx={{ fontSize: 16, color: "success.main" }} />
      ) : (
        <ContentCopy sx={{ fontSize: 15, color: "text.secondary" }} />
      )}
    </IconButton>
  );
}
