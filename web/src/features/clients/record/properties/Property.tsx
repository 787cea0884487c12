import Box from "@mui/material/Box";
import type { KeyboardEvent, ReactNode } from "react";

interface PropertyProps {
  label: string;
  /** Over the label's end while the pointer or the focus is on the property: it never covers the value. */
  aside?: ReactNode;
  required?: boolean | undefined;
  children: ReactNode;
}

/** A name and its value, in a column of such. */
export function Property({ label, aside, required = false, children }: PropertyProps) {
  const long = label.length > longLabel;
  return (
    <Box
      onKeyDown={moveWithin}
      sx={{
        display: "grid",
        // A long label has a line of its own rather than squeezing the value.
        gridTemplateColumns: long ? "minmax(0, 1fr)" : "112px minmax(0, 1fr)",
        alignItems: "start",
        minHeight: 32,
        "& .aside": { opacity: 0 },
        "&:hover .aside, &:focus-within .aside": { opacity: 1 },
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
          ...(long && { pb: 0 }),
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
      <Box
        component="dd"
        // Below its label the value begins where that does: values have a margin of their own.
        sx={{ m: 0, minWidth: 0, ...(long && { ml: -1 }) }}
      >
        {children}
      </Box>
    </Box>
  );
}

/** Letters that a label has room for beside its value. */
const longLabel = 20;

/** ← and → go between a property's value and its tools, which are no stops of their own. */
function moveWithin(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("dd button, dt button, dt a")];
  const at = stops.indexOf(event.target as HTMLElement);
  if (!step || at < 0) return;
  // The value first, although its tools stand before it.
  const inOrder = [...stops.filter((stop) => stop.closest("dd")), ...stops.filter((stop) => stop.closest("dt"))];
  event.preventDefault();
  inOrder.at((inOrder.indexOf(event.target as HTMLElement) + step) % inOrder.length)?.focus();
}

const asideSx = {
  position: "absolute",
  top: "4px",
  right: 4,
  bgcolor: "background.default",
  borderRadius: 1,
  display: "flex",
  "@media (hover: none)": { opacity: "1 !important" },
} as const;

/** A value that is only read, in line with those that are edited. */
export const PlainValue = ({ children }: { children: ReactNode }) => (
  <Box sx={{ px: 1, py: "6px", minHeight: 32, fontSize: "0.8125rem", lineHeight: "20px", overflowWrap: "anywhere" }}>
    {children}
  </Box>
);
