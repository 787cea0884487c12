import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Connection } from "./useConnection.ts";

/** The part of a list that could not be read, and the way to try again. */
export function ReadingFailed<Node>({ list }: { list: Connection<Node> }) {
  const { t } = useTranslation();
  if (!list.moreFailed && !list.refreshFailed) return null;
  return (
    <Box sx={{ fontSize: "0.8125rem", color: "text.secondary" }}>
      <span>{t(list.moreFailed ? "common.moreFailed" : "common.refreshFailed")}</span>{" "}
      <Button onClick={list.moreFailed ? list.loadMore : list.refetch}>{t("common.retry")}</Button>
    </Box>
  );
}

/** Under a list: shows its next page, and says what could not be read. */
export function More<Node>({ list, label }: { list: Connection<Node>; label: string }) {
  const { t } = useTranslation();
  return (
    <Box role="status">
      <ReadingFailed list={list} />
      {list.hasMore && !list.moreFailed && (
        <Button variant="outlined" disabled={list.loadingMore} onClick={list.loadMore} sx={{ mt: 1 }}>
          {list.loadingMore ? t("common.loading") : label}
        </Button>
      )}
    </Box>
  );
}
