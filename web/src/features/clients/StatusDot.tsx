import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { ClientStatus } from "../../generated/schema.ts";

const colors = { PROSPECT: "info.main", CLIENT: "success.main", INACTIVE: "text.disabled" } as const;

/** A status as a dot and a word; a hollow dot for inactive, so that it does not hang on colour. */
export function StatusDot({ status }: { status: ClientStatus }) {
  const { t } = useTranslation();
  return (
    <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 8,
          height: 8,
          borderRadius: "50%",
          border: "2px solid",
          borderColor: colors[status],
          bgcolor: status === "INACTIVE" ? "transparent" : colors[status],
        }}
      />
      {t(`clients.status.${status}`)}
    </Box>
  );
}
