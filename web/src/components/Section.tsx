import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  /** A sentence under the title. */
  intro?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Section({ title, intro, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, minHeight: 32, mb: 1 }}>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {actions && <Box sx={{ ml: "auto", display: "flex", gap: 1 }}>{actions}</Box>}
      </Box>
      {intro && (
        <Typography color="textSecondary" sx={{ mb: 2, maxWidth: 640 }}>
          {intro}
        </Typography>
      )}
      {children}
    </Box>
  );
}
