import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface PageBodyProps {
  children: ReactNode;
  /** The most it takes of a wide screen, in pixels. */
  width?: number | "none";
  /** Between its parts, in steps of the theme. */
  gap?: number;
}

/** The padding and width of a page that is read from top to bottom. */
export const PageBody = ({ children, width = 960, gap = 4 }: PageBodyProps) => (
  <Box sx={{ p: { xs: 2, md: 3 }, width: "100%", maxWidth: width, display: "flex", flexDirection: "column", gap }}>
    {children}
  </Box>
);
