import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface ListBarProps {
  selecting: boolean;
  /** What can be done with the selection. */
  bar: ReactNode;
  /** Search, filters and order. */
  children: ReactNode;
}

/**
 * The line above the rows. While something is selected the selection's bar takes its place and its height, so that no
 * row jumps from under the pointer, and on a phone it stays in view below the frame's bar.
 */
export function ListBar({ selecting, bar, children }: ListBarProps) {
  return (
    <Box
      sx={{
        px: { xs: 2, md: 2.5 },
        py: 1.5,
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr)",
        "& > *": { gridArea: "1 / 1" },
        ...(selecting && { position: "sticky", top: 48, zIndex: 3, bgcolor: "background.default" }),
      }}
    >
      <Box
        inert={selecting}
        sx={{
          display: "flex",
          flexWrap: "wrap",
          gap: 1,
          alignItems: "center",
          visibility: selecting ? "hidden" : "visible",
        }}
      >
        {children}
      </Box>
      {selecting && bar}
    </Box>
  );
}
