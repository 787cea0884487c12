import ViewColumn from "@mui/icons-material/ViewColumnOutlined";
import IconButton from "@mui/material/IconButton";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const ColumnsPopover = lazy(() =>
  import("./ColumnsPopover.tsx").then(({ ColumnsPopover }) => ({ default: ColumnsPopover })),
);

/** Opens the choice of columns and of how close the rows stand [F55]. */
export function ColumnsControl() {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={t("clientPages.columns.title")}
        title={t("clientPages.columns.title")}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <ViewColumn sx={{ fontSize: 20 }} />
      </IconButton>
      <Suspense>{anchor && <ColumnsPopover anchor={anchor} onClose={() => setAnchor(null)} />}</Suspense>
    </>
  );
}
