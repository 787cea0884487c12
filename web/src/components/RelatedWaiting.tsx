import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslation } from "react-i18next";

/** In the place of related things that are not there: the shape of one of them, or that they could not be loaded. */
export function RelatedWaiting({ failed }: { failed: boolean }) {
  const { t } = useTranslation();
  if (failed)
    return <Box sx={{ color: "text.secondary", fontSize: "0.8125rem", pb: 0.5 }}>{t("problem.notLoaded")}</Box>;
  return (
    <Box aria-hidden sx={{ pb: 0.5 }}>
      <Skeleton width="80%" height={24} />
      <Skeleton width="40%" height={24} />
    </Box>
  );
}
