import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface ListBarProps {
  selecting: boolean;
  narrow: boolean;
  /** What can be done with the selection. */
  bar: ReactNode;
  /** Search, filters and order. */
  children: ReactNode;
}

/**
 * The line above the rows. While rows are selected the selection's bar takes its place and its height, so that no row
 * jumps from under the pointer. On a phone it lies at the foot of the screen, under the thumb.
 */
export function ListBar({ selecting, narrow, bar, children }: ListBarProps) {
  const covered = selecting && !narrow;
  return (
    <Box sx={{ px: { xs: 2, md: 2.5 }, py: 1.5, position: "relative" }}>
      <Box
        inert={covered}
        sx={{
          display: "flex",
          flexWrap: "wrap",
          gap: 1,
          alignItems: "center",
          visibility: covered ? "hidden" : "visible",
        }}
      >
        {children}
      </Box>
      {selecting && <Box sx={narrow ? footSx : coverSx}>{bar}</Box>}
    </Box>
  );
}

const coverSx = { position: "absolute", inset: 0, px: 2.5, py: 1.5, overflow: "hidden" } as const;
const footSx = {
  position: "fixed",
  insetInline: 0,
  bottom: 0,
  // Over the frame's bar, which it takes the place of.
  zIndex: 1101,
  px: 1,
  pt: 1,
  pb: "calc(8px + env(safe-area-inset-bottom))",
  bgcolor: "background.paper",
  borderTop: 1,
  borderColor: "divider",
  boxShadow: "0 -8px 24px rgba(0,0,0,0.12)",
} as const;
