import ExpandMore from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { type ReactNode, useId, useState } from "react";

interface FormSectionProps {
  title: string;
  heading: "h2" | "h3";
  /** Folded until opened; what it holds stays mounted, so that nothing typed is lost. */
  folded?: boolean;
  /** Set while something in it is wrong: a folded section must not hide an error. */
  wrong?: boolean;
  children: ReactNode;
}

/** A part of a form that can be folded away while it is optional. */
export function FormSection({ title, heading, folded = false, wrong = false, children }: FormSectionProps) {
  const [open, setOpen] = useState(!folded);
  const id = useId();
  if (wrong && !open) setOpen(true);
  return (
    <Box role="group" aria-labelledby={id} sx={{ borderTop: 1, borderColor: "divider", pt: 0.5 }}>
      <Box component={heading} sx={{ m: 0, font: "inherit" }}>
        <ButtonBase
          id={id}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          sx={{
            width: "100%",
            height: 40,
            justifyContent: "space-between",
            fontWeight: 600,
            fontSize: "0.875rem",
            borderRadius: 1,
            px: 1,
            mx: -1,
            boxSizing: "content-box",
            "&:hover": { bgcolor: "action.hover" },
          }}
        >
          {title}
          <ExpandMore fontSize="small" sx={{ color: "text.secondary", transform: open ? "rotate(180deg)" : "none" }} />
        </ButtonBase>
      </Box>
      <Box hidden={!open} sx={{ display: open ? "block" : "none", pt: 1, pb: 2 }}>
        {children}
      </Box>
    </Box>
  );
}
