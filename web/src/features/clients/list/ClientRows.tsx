import { countedUpTo } from "@clientela/shared/paging";
import Box from "@mui/material/Box";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadingFailed } from "../../../lists/More.tsx";
import { dimmed } from "../../../lists/Rows.tsx";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { ClientCards } from "./ClientCards.tsx";
import { ClientTable } from "./ClientTable.tsx";
import type { RowsProps } from "./rowsProps.ts";

const ClientRowMenu = lazy(() =>
  import("./ClientRowMenu.tsx").then(({ ClientRowMenu }) => ({ default: ClientRowMenu })),
);

interface ClientRowsProps extends Omit<RowsProps, "onMenu"> {
  narrow: boolean;
}

/** The rows of the list: a table, or two-line rows on a narrow screen; further pages come before one gets there. */
export function ClientRows({ narrow, ...props }: ClientRowsProps) {
  const { t } = useTranslation();
  const { list } = props;
  const [menu, setMenu] = useState<{ client: ClientRow_ClientFragment; anchor: HTMLElement } | null>(null);
  const [used, setUsed] = useState(false);
  const onMenu = useCallback((client: ClientRow_ClientFragment, anchor: HTMLElement) => {
    setUsed(true);
    setMenu({ client, anchor });
  }, []);
  const { totalCount = Number.POSITIVE_INFINITY } = list;
  const setSize = totalCount > countedUpTo ? -1 : totalCount;
  const footer = (
    <Box role="status" sx={footerSx}>
      {list.loadingMore && t("clientPages.list.loadingMore")}
      <ReadingFailed list={list} />
    </Box>
  );
  return (
    <Box aria-busy={list.stale} sx={{ ...rowsSx, ...dimmed(list.stale) }}>
      {narrow ? (
        <ClientCards {...props} onMenu={onMenu} setSize={setSize} footer={footer} />
      ) : (
        <ClientTable {...props} onMenu={onMenu} rowCount={setSize < 0 ? -1 : setSize + 1} footer={footer} />
      )}
      <Suspense>{used && <ClientRowMenu target={menu} onClose={() => setMenu(null)} />}</Suspense>
    </Box>
  );
}

const rowsSx = {
  flex: 1,
  minHeight: 0,
  display: "flex",
  flexDirection: "column",
} as const;
const footerSx = {
  minHeight: 48,
  px: 2,
  py: 1,
  color: "text.secondary",
  position: "sticky",
  left: 0,
  width: { md: "100cqw" },
} as const;
