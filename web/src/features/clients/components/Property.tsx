import Box from "@mui/material/Box";
import type { ReactNode } from "react";

interface PropertyProps {
  label: string;
  /** Beside the label; shown while the pointer or the focus is on the property. */
  aside?: ReactNode;
  required?: boolean | undefined;
  children: ReactNode;
}

/** A name and its value, in a column of such. */
export function Property({ label, aside, required = false, children }: PropertyProps) {
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "112px minmax(0, 1fr)",
        alignItems: "start",
        minHeight: 32,
        "& .aside": { opacity: 0 },
        "&:hover .aside, .aside:focus-within": { opacity: 1 },
      }}
    >
      <Box
        component="dt"
        sx={{
          color: "text.secondary",
          fontSize: "0.8125rem",
          position: "relative",
          py: "6px",
          pr: 1,
          lineHeight: "20px",
          overflowWrap: "anywhere",
        }}
      >
        {label}
        {required && <span aria-hidden> *</span>}
        {aside && (
          // Over the end of the label, so that it takes no line of its own.
          <Box component="span" className="aside" sx={asideSx}>
            {aside}
          </Box>
        )}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

const asideSx = {
  position: "absolute",
  top: "4px",
  right: 4,
  bgcolor: "background.default",
  borderRadius: 1,
  "@media (hover: none)": { opacity: "1 !important" },
} as const;

/** A value that is only read, in line with those that are edited. */
export const PlainValue = ({ children }: { children: ReactNode }) => (
  <Box sx={{ px: 1, py: "6px", minHeight: 32, fontSize: "0.8125rem", lineHeight: "20px", overflowWrap: "anywhere" }}>
    {children}
  </Box>
);
