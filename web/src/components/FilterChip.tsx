import Close from "@mui/icons-material/Close";
import ExpandMore from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Popover from "@mui/material/Popover";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface FilterChipProps {
  /** What it filters by: `Estado`. */
  label: string;
  /** What it says while it filters: `Estado: Prospecto`; null while it does not. */
  sentence: string | null;
  onClear: () => void;
  /** Opens its choice as soon as it appears, as one asked for it. */
  openAtFirst?: boolean;
  /** Called when its choice is shut. */
  onClose?: () => void;
  /** The choice; `close` shuts it. */
  children: (close: () => void) => ReactNode;
}

/** A filter as a chip that reads as part of a sentence: it opens its choice, and a cross lets go of it. */
export function FilterChip({ label, sentence, onClear, openAtFirst = false, onClose, children }: FilterChipProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (openAtFirst) setAnchor(button.current);
  }, [openAtFirst]);
  const close = () => {
    setAnchor(null);
    onClose?.();
  };
  return (
    <Box
      sx={{
        display: "inline-flex",
        border: 1,
        borderColor: sentence ? "primary.main" : "divider",
        bgcolor: sentence ? "primary.light" : "transparent",
        borderRadius: 1,
        height: 32,
        maxWidth: "100%",
      }}
    >
      <ButtonBase
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          px: 1,
          gap: 0.5,
          borderRadius: 1,
          fontSize: "0.8125rem",
          minWidth: 0,
          "&:hover": { bgcolor: "action.hover" },
        }}
      >
        <Box component="span" id={id} sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
          {sentence ?? label}
        </Box>
        {!sentence && <ExpandMore sx={{ fontSize: 16, color: "text.secondary" }} />}
      </ButtonBase>
      {sentence && (
        <ButtonBase
          aria-label={t("filters.remove", { filter: sentence })}
          onClick={onClear}
          sx={{ width: 28, borderRadius: 1, flexShrink: 0, "&:hover": { bgcolor: "action.hover" } }}
        >
          <Close sx={{ fontSize: 16 }} />
        </ButtonBase>
      )}
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-labelledby": id,
            sx: { mt: 0.5, width: 264, border: 1, borderColor: "divider", boxShadow: "0 8px 24px rgba(0,0,0,0.18)" },
          },
        }}
      >
        {children(close)}
      </Popover>
    </Box>
  );
}
