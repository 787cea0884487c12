import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** The padding of what a side panel holds; a form's sticky buttons reach to its edges. */
export const PanelBody = ({ children }: { children: ReactNode }) => (
  <Box sx={{ p: 2.5, pb: 0, flex: 1, display: "flex", flexDirection: "column", gap: 2 }}>{children}</Box>
);
