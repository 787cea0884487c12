import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientOrder } from "../../../generated/schema.ts";
import { isSelected } from "../bulk/selection.ts";
import type { ListSelection } from "../bulk/useSelection.ts";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { cardHeight, rowHeight } from "../columns.ts";
import type { ClientList } from "../useClientList.ts";
import { useRowKeys } from "../useRowKeys.ts";
import { ClientCardRow } from "./ClientCardRow.tsx";
import { ClientRowMenu } from "./ClientRowMenu.tsx";
import { ClientTable } from "./ClientTable.tsx";

interface ClientRowsProps {
  list: ClientList;
  clients: ClientRow_ClientFragment[];
  narrow: boolean;
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  emailSortable: boolean;
  selection: ListSelection;
}

const loadAhead = 20;
const countedUpTo = 10_000;

/** The rows of the list: a table, or two-line rows on a narrow screen; further pages come before one gets there. */
export function ClientRows({ list, clients, narrow, order, onOrder, emailSortable, selection }: ClientRowsProps) {
  const { t } = useTranslation();
  const [menu, setMenu] = useState<{ client: ClientRow_ClientFragment; anchor: HTMLElement } | null>(null);
  const [margin, setMargin] = useState(0);
  const height = narrow ? cardHeight : rowHeight;
  const virtualizer = useWindowVirtualizer({
    count: clients.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: margin,
    getItemKey: (index) => clients[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0] ? items[0].start - margin : 0;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  useRowKeys({
    count: clients.length,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onToggle: (index) => clients[index] && selection.toggle(clients[index].id, false),
  });

  const nearEnd = (items.at(-1)?.index ?? 0) >= clients.length - loadAhead;
  const wantsMore = nearEnd && list.hasMore && !list.loadingMore && !list.moreFailed;
  const { loadMore } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is asked for when the end comes near, once
  useEffect(() => {
    if (wantsMore) void loadMore();
  }, [wantsMore, clients.length]);

  const onMenu = useCallback(
    (client: ClientRow_ClientFragment, anchor: HTMLElement) => setMenu({ client, anchor }),
    [],
  );
  const rowCount = list.totalCount > countedUpTo ? -1 : list.totalCount + 1;
  return (
    <Box
      aria-busy={list.stale}
      ref={(element: HTMLElement | null) => {
        if (!element) return;
        const measure = () => setMargin(element.getBoundingClientRect().top + window.scrollY);
        const observer = new ResizeObserver(measure);
        observer.observe(document.body);
        return () => observer.disconnect();
      }}
      sx={{ opacity: list.stale ? 0.6 : 1, transition: "opacity 120ms 150ms" }}
    >
      {narrow ? (
        <Box component="ul" aria-label={t("clientPages.list.table")} sx={{ listStyle: "none", m: 0, p: 0 }}>
          <li aria-hidden style={{ height: before }} />
          {items.map(({ index }) => {
            const client = clients[index];
            return (
              client && (
                <li key={client.id} aria-setsize={rowCount < 0 ? rowCount : rowCount - 1} aria-posinset={index + 1}>
                  <ClientCardRow
                    client={client}
                    index={index}
                    selected={isSelected(selection.selected, client.id)}
                    onSelect={selection.toggle}
                    onMenu={onMenu}
                  />
                </li>
              )
            );
          })}
          <li aria-hidden style={{ height: after }} />
        </Box>
      ) : (
        <ClientTable
          clients={clients}
          rowCount={rowCount}
          items={items}
          before={before}
          after={after}
          order={order}
          onOrder={onOrder}
          onMenu={onMenu}
          emailSortable={emailSortable}
          selection={selection}
        />
      )}
      <Box role="status" sx={{ minHeight: 48, px: 2, py: 1, color: "text.secondary" }}>
        {list.loadingMore && t("clientPages.list.loadingMore")}
        {list.moreFailed && (
          <Typography component="span" variant="body2">
            {t("clientPages.list.moreFailed")}{" "}
            <Button onClick={() => void loadMore()}>{t("clientPages.list.retry")}</Button>
          </Typography>
        )}
      </Box>
      <ClientRowMenu target={menu} onClose={() => setMenu(null)} />
    </Box>
  );
}
