import InputBase from "@mui/material/InputBase";
import { useState } from "react";
import { htmlOfText, textOfHtml } from "../richText.ts";
import type { EditorProps } from "./editorProps.ts";

/** The text without its tools: until they are loaded, and where they cannot be. Formatted text is not edited in it. */
export function PlainEditor({
  html,
  onChange,
  label,
  placeholder,
  invalid,
  describedBy,
  rows,
  autoFocus,
}: EditorProps) {
  const [typed, setTyped] = useState(() => textOfHtml(html));
  const text = htmlOfText(typed) === html ? typed : textOfHtml(html);
  return (
    <InputBase
      multiline
      minRows={rows}
      maxRows={16}
      autoFocus={autoFocus}
      value={text}
      readOnly={htmlOfText(text) !== html}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(htmlOfText(event.target.value));
      }}
      placeholder={placeholder}
      inputProps={{
        "aria-label": label,
        "aria-invalid": invalid,
        "aria-describedby": describedBy,
        "data-composer": "",
      }}
      sx={{ px: 1.5, py: 0.75, width: "100%" }}
    />
  );
}
