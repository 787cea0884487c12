import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** Fields that belong together, under a title. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: "grid", gap: 2, "& + &": { mt: 2 } }}>
      <Box component="legend" sx={{ p: 0, mb: 1.5, fontSize: "1rem", fontWeight: 600 }}>
        {title}
      </Box>
      {children}
    </Box>
  );
}
