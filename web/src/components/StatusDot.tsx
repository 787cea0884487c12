import Box from "@mui/material/Box";

const colors = { on: "success.main", waiting: "warning.main", off: "text.disabled", failed: "error.main" };

/** A status by a dot and a word, never by colour alone. */
export const StatusDot = ({ tone, label }: { tone: keyof typeof colors; label: string }) => (
  <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
    <Box
      component="span"
      aria-hidden
      sx={{ width: 8, height: 8, borderRadius: "50%", bgcolor: colors[tone], flexShrink: 0 }}
    />
    {label}
  </Box>
);
