import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";

/** A thin line at the top while a page's code or the session is on its way. */
export function PageLoading() {
  const { t } = useTranslation();
  return (
    <LinearProgress
      aria-label={t("common.loading")}
      sx={{ position: "fixed", insetInline: 0, top: 0, height: 2, zIndex: "tooltip" }}
    />
  );
}
