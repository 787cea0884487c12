import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { SxProps } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { type PagedQuery, useNextPage } from "../hooks/useNextPage.ts";

interface MoreProps<V> {
  query: PagedQuery<V>;
  variables: V;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  label: string;
  sx?: SxProps;
}

/** Under a list that goes on: shows its next page, and says when that did not come. */
export function More<V>({ query, variables, pageInfo, label, sx }: MoreProps<V>) {
  const { t } = useTranslation();
  const { loadMore, loadingMore, moreFailed } = useNextPage(query, variables, pageInfo?.endCursor ?? null);
  return (
    <Box role="status" sx={sx}>
      {moreFailed && <Box sx={{ fontSize: "0.8125rem", pb: 0.5 }}>{t("common.moreFailed")}</Box>}
      {pageInfo?.hasNextPage && (
        <Button variant="outlined" disabled={loadingMore} onClick={() => void loadMore()}>
          {loadingMore ? t("common.loading") : moreFailed ? t("common.retry") : label}
        </Button>
      )}
    </Box>
  );
}
