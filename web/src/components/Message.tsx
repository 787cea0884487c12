import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

interface MessageProps {
  title: string;
  children?: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
  /** Set where it is the page's first heading. */
  heading?: "h1" | "h2";
}

/** A calm message in place of content: nothing here yet, nothing found, not allowed, something failed. */
export function Message({ title, children, actions, heading = "h2" }: MessageProps) {
  return (
    <Box sx={{ maxWidth: 480, mx: "auto", px: 2, py: 8, textAlign: "center" }}>
      <Typography variant="h2" component={heading} gutterBottom>
        {title}
      </Typography>
      {children && (
        <Typography component="div" color="textSecondary">
          {children}
        </Typography>
      )}
      {actions && (
        <Box sx={{ display: "flex", gap: 1, justifyContent: "center", flexWrap: "wrap", mt: 2 }}>{actions}</Box>
      )}
    </Box>
  );
}
