import Box from "@mui/material/Box";

/** Drawn, not written: as text they would be a name that the button around them does not have. */
export const Initials = ({ name }: { name: string }) => (
  <Box component="span" sx={{ "&::before": { content: "attr(data-initials)" } }} data-initials={initialsOf(name)} />
);

/** The first letters of the first two words: `Distribuidora Pérez` → `DP`. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("")
    .toLocaleUpperCase();
}
