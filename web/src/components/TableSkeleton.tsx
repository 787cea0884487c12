import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useTranslation } from "react-i18next";

/** Rows of the real height while a table is on its way. */
export function TableSkeleton({ rows = 5, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move.
          key={row}
          sx={{
            height,
            display: "flex",
            alignItems: "center",
            gap: 2,
            borderBottom: 1,
            borderColor: "divider",
            px: 1.5,
          }}
        >
          <Skeleton width={`${30 - (row % 3) * 5}%`} />
          <Skeleton width="20%" />
          <Skeleton width="12%" sx={{ ml: "auto" }} />
        </Box>
      ))}
    </Box>
  );
}
