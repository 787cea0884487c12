import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** A name and its value, in a column of such. */
export function Property({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "112px minmax(0, 1fr)", alignItems: "start", minHeight: 32 }}>
      <Box component="dt" sx={{ color: "text.secondary", fontSize: "0.8125rem", py: "6px", pr: 1, lineHeight: "20px" }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

/** A value that is only read, in line with those that are edited. */
export const PlainValue = ({ children }: { children: ReactNode }) => (
  <Box sx={{ px: 1, py: "6px", minHeight: 32, fontSize: "0.8125rem", lineHeight: "20px", overflowWrap: "anywhere" }}>
    {children}
  </Box>
);
