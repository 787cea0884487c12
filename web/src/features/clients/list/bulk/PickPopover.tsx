import { foldText } from "@clientela/shared/normalize/fold";
import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import FormHelperText from "@mui/material/FormHelperText";
import MenuItem from "@mui/material/MenuItem";
import MenuList from "@mui/material/MenuList";
import OutlinedInput from "@mui/material/OutlinedInput";
import Popover from "@mui/material/Popover";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../../../../feedback/problem.ts";

export interface PickOption {
  value: string;
  text: string;
  /** What is shown instead of the bare text. */
  content?: ReactNode;
}

interface PickPopoverProps {
  anchor: HTMLElement;
  label: string;
  options: readonly PickOption[];
  onPick: (value: string) => void;
  onClose: () => void;
  /** Makes a new one of what was typed, and picks it. */
  onCreate?: (name: string) => Promise<void>;
}

const manyOptions = 8;

/** One of several, found by typing; what is typed can become a new one where that is offered. */
export function PickPopover({ anchor, label, options, onPick, onClose, onCreate }: PickPopoverProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const wanted = typed.trim();
  const searchable = options.length > manyOptions || onCreate !== undefined;
  const shown = options.filter(({ text }) => foldText(text).includes(foldText(wanted)));
  const creatable = onCreate && wanted && !options.some(({ text }) => foldText(text) === foldText(wanted));
  const create = async () => {
    try {
      await onCreate?.(wanted);
    } catch (error) {
      setProblem(textOfProblem(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const [only] = shown;
      if (only && wanted) onPick(only.value);
      else if (creatable) void create();
    }
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-label": label,
          sx: { mt: 0.5, width: 264, border: 1, borderColor: "divider", boxShadow: "0 8px 24px rgba(0,0,0,0.18)" },
        },
      }}
    >
      {searchable && (
        <Box sx={{ p: 1, pb: 0 }}>
          <OutlinedInput
            fullWidth
            autoFocus
            value={typed}
            error={problem !== null}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(null);
            }}
            onKeyDown={onKeyDown}
            placeholder={onCreate ? t("bulk.findOrCreate") : t("filters.find")}
            inputProps={{ "aria-label": label }}
          />
          {problem && (
            <FormHelperText error role="alert">
              {problem}
            </FormHelperText>
          )}
        </Box>
      )}
      {shown.length + (creatable ? 1 : 0) > 0 ? (
        <MenuList
          ref={list}
          autoFocusItem={!searchable}
          aria-label={label}
          sx={{ p: 0.5, maxHeight: 320, overflow: "auto" }}
        >
          {shown.map(({ value, text, content }) => (
            <MenuItem key={value} onClick={() => onPick(value)}>
              {content ?? text}
            </MenuItem>
          ))}
          {creatable && (
            <MenuItem onClick={() => void create()} sx={{ gap: 1 }}>
              <Add fontSize="small" /> {t("bulk.create", { name: wanted })}
            </MenuItem>
          )}
        </MenuList>
      ) : (
        <Box sx={{ p: 1.5, color: "text.secondary", fontSize: "0.875rem" }}>
          {wanted ? t("form.noMatch") : t("filters.nothing")}
        </Box>
      )}
    </Popover>
  );
}
