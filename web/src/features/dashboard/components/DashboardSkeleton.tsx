import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslation } from "react-i18next";
import { figuresSx } from "./KeyFigures.tsx";

/** The page's shape while its figures are on their way. */
export function DashboardSkeleton() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-label={t("common.loading")} sx={{ p: { xs: 2, md: 3 }, maxWidth: 1280 }}>
      <Box sx={figuresSx}>
        {Array.from({ length: 7 }, (_, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all the same, and they never move.
          <Skeleton key={number} variant="rounded" height={64} />
        ))}
      </Box>
      <Skeleton variant="rounded" height={232} sx={{ mt: 4, maxWidth: { lg: "58%" } }} />
    </Box>
  );
}
