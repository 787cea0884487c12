import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { connection } from "../apollo/connection.ts";
import { useStore } from "../hooks/createStore.ts";

/** Says that the server does not answer, for as long as it does not. */
export function OfflineBar() {
  const { t } = useTranslation();
  const lost = useStore(connection) === "lost";
  return (
    <Box
      role="status"
      sx={{
        position: "fixed",
        left: "50%",
        translate: "-50%",
        bottom: { xs: 60, md: 12 },
        zIndex: "snackbar",
        px: 2,
        py: lost ? 0.75 : 0,
        borderRadius: 4,
        fontSize: 13,
        bgcolor: "text.primary",
        color: "background.default",
      }}
    >
      {lost && t("problem.offline")}
    </Box>
  );
}
