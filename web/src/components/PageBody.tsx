import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** The padding and width of a page that is read from top to bottom. */
export const PageBody = ({ children, width = 960 }: { children: ReactNode; width?: number }) => (
  <Box sx={{ p: { xs: 2, md: 3 }, width: "100%", maxWidth: width, display: "flex", flexDirection: "column", gap: 4 }}>
    {children}
  </Box>
);
