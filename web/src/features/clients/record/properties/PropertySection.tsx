import ExpandMore from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { type ReactNode, useId, useState } from "react";

interface PropertySectionProps {
  name: string;
  title: string;
  /** The properties. */
  children?: ReactNode;
  /** What stands below them. */
  after?: ReactNode;
}

/** A part of the properties that folds; how it was left is remembered in this browser. */
export function PropertySection({ name, title, children, after }: PropertySectionProps) {
  const storageKey = `clientela.folded.${name}`;
  const [folded, setFolded] = useState(() => localStorage.getItem(storageKey) === "1");
  const id = useId();
  const toggle = () => {
    setFolded(!folded);
    if (folded) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "1");
  };
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{ borderTop: 1, borderColor: "divider", py: 0.5, "&:first-of-type": { borderTop: 0 } }}
    >
      <Box component="h2" sx={{ m: 0, font: "inherit" }}>
        <ButtonBase
          id={id}
          aria-expanded={!folded}
          onClick={toggle}
          sx={{
            height: 32,
            width: "100%",
            justifyContent: "flex-start",
            gap: 0.5,
            fontSize: "0.8125rem",
            fontWeight: 600,
          }}
        >
          <ExpandMore sx={{ fontSize: 16, transform: folded ? "rotate(-90deg)" : "none", color: "text.secondary" }} />
          {title}
        </ButtonBase>
      </Box>
      {!folded && (
        <Box sx={{ pb: 0.5 }}>
          {children && (
            <Box component="dl" sx={{ m: 0 }}>
              {children}
            </Box>
          )}
          {after}
        </Box>
      )}
    </Box>
  );
}
