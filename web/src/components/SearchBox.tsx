import Close from "@mui/icons-material/Close";
import Search from "@mui/icons-material/Search";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import OutlinedInput from "@mui/material/OutlinedInput";
import type { SxProps } from "@mui/material/styles";
import { useEffect, useRef, useState } from "react";

interface SearchBoxProps {
  value: string;
  /** Called when typing pauses, and at once when the box is emptied. */
  onChange: (value: string) => void;
  label: string;
  clearLabel: string;
  /** Set on the one box per page that `/` goes to. */
  pageSearch?: boolean;
  sx?: SxProps;
}

/** How long typing has to pause, in milliseconds, before it is searched. */
const pause = 180;

/** A search field that follows typing; what another control does to the search shows in it too. */
export function SearchBox({ value, onChange, label, clearLabel, pageSearch = false, sx }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const send = (next: string) => {
    clearTimeout(timer.current);
    // Known before it comes back, so that the answer to "a" does not undo a "b" typed meanwhile.
    setKnown(next);
    onChange(next);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    if (next === "") send(next);
    else timer.current = setTimeout(() => send(next), pause);
  };
  return (
    <OutlinedInput
      type="search"
      value={text}
      onChange={(event) => type(event.target.value)}
      // Sent before the page is left: a search that came later would call the person back from where they were going.
      onBlur={() => text !== known && send(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter") send(text);
        if (event.key === "Escape" && text) type("");
      }}
      placeholder={label}
      inputProps={{
        "aria-label": label,
        autoComplete: "off",
        spellCheck: false,
        ...(pageSearch && { "data-page-search": "" }),
      }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0 }}>
          <Search fontSize="small" />
        </InputAdornment>
      }
      endAdornment={
        text && (
          <IconButton aria-label={clearLabel} onClick={() => type("")} edge="end">
            <Close fontSize="small" />
          </IconButton>
        )
      }
      sx={{ "& input::-webkit-search-cancel-button": { display: "none" }, ...(sx as object) }}
    />
  );
}
