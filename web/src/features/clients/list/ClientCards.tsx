import Box from "@mui/material/Box";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRowKeys } from "../../../hooks/useRowKeys.ts";
import { nearEnd, useReadOn } from "../../../lists/useReadOn.ts";
import { isSelected } from "./bulk/selection.ts";
import { ClientCardRow } from "./ClientCardRow.tsx";
import { cardHeight } from "./columns/columns.ts";
import type { RowsProps } from "./rowsProps.ts";

interface ClientCardsProps extends RowsProps {
  /** Rows in the whole list, or -1 where it is only known that there are more. */
  setSize: number;
  footer: ReactNode;
}

/** Height in pixels of the bar over the page. */
const topBar = 48;

/** The clients on a narrow screen, in rows of two lines; the page itself scrolls. */
export function ClientCards({ list, clients, onMenu, selection, setSize, footer }: ClientCardsProps) {
  const { t } = useTranslation();
  const [margin, setMargin] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: clients.length,
    estimateSize: () => cardHeight,
    overscan: 10,
    scrollMargin: margin,
    getItemKey: (index) => clients[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0] ? items[0].start - margin : 0;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  useRowKeys({
    count: clients.length,
    first: () => Math.max(0, Math.ceil((window.scrollY + topBar - margin) / cardHeight)),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onToggle: (index) => clients[index] && selection.toggle(clients[index].id, false),
  });
  useReadOn(list, nearEnd(items.at(-1)?.index, clients.length));
  return (
    <Box
      ref={(element: HTMLElement | null) => {
        if (!element) return;
        const measure = () => setMargin(element.getBoundingClientRect().top + window.scrollY);
        const observer = new ResizeObserver(measure);
        observer.observe(document.body);
        return () => observer.disconnect();
      }}
    >
      <Box component="ul" aria-label={t("clientPages.list.table")} sx={{ listStyle: "none", m: 0, p: 0 }}>
        <li aria-hidden style={{ height: before }} />
        {items.map(({ index }) => {
          const client = clients[index];
          return (
            client && (
              <li key={client.id} aria-setsize={setSize} aria-posinset={index + 1}>
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
      {footer}
    </Box>
  );
}
