import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRowKeys } from "../../../hooks/useRowKeys.ts";
import { nearEnd, useReadOn } from "../../../lists/useReadOn.ts";
import { isSelected } from "./bulk/selection.ts";
import { ClientTableHead } from "./ClientTableHead.tsx";
import { ClientTableRow } from "./ClientTableRow.tsx";
import { headHeight, rowHeight, tableWidth } from "./columns/columns.ts";
import { useColumns } from "./columns/useColumns.ts";
import { useListSettings } from "./columns/useListSettings.ts";
import type { RowsProps } from "./rowsProps.ts";
import { scrollerSx } from "./tableLook.ts";

interface ClientTableProps extends RowsProps {
  /** Rows in the whole list, or -1 where it is only known that there are more. */
  rowCount: number;
  /** What is said under the last row. */
  footer: ReactNode;
}

/** Where the person was in which list, for coming back from a record. */
let lastPlace = { list: "", top: 0 };

/** The client table; only the rows near what is in view exist, the others are kept free as height. */
export function ClientTable({
  list,
  clients,
  order,
  onOrder,
  onMenu,
  emailSortable,
  selection,
  rowCount,
  footer,
}: ClientTableProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const { compact } = useListSettings().settings;
  const scroller = useRef<HTMLDivElement>(null);
  const height = compact ? rowHeight.compact : rowHeight.usual;
  const virtualizer = useVirtualizer({
    count: clients.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    initialOffset: () => (lastPlace.list === list.key ? lastPlace.top : 0),
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => clients[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0] ? items[0].start - headHeight : 0;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight);
  useRowKeys({
    count: clients.length,
    first: () => Math.ceil((scroller.current?.scrollTop ?? 0) / height),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onToggle: (index) => clients[index] && selection.toggle(clients[index].id, false),
  });
  useReadOn(list, nearEnd(items.at(-1)?.index, clients.length));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights of all rows are others
  useEffect(() => virtualizer.measure(), [height]);
  const shownKey = useRef(list.key);
  useEffect(() => {
    if (shownKey.current !== list.key) scroller.current?.scrollTo({ top: 0 });
    shownKey.current = list.key;
  }, [list.key]);
  return (
    <Box
      ref={scroller}
      onScroll={({ currentTarget }) => {
        lastPlace = { list: shownKey.current, top: currentTarget.scrollTop };
        currentTarget.toggleAttribute("data-sideways", currentTarget.scrollLeft > 0);
      }}
      sx={scrollerSx}
    >
      <Table aria-label={t("clientPages.list.table")} aria-rowcount={rowCount} sx={{ minWidth: tableWidth(columns) }}>
        <ClientTableHead
          columns={columns}
          order={order}
          onOrder={onOrder}
          emailSortable={emailSortable}
          selection={selection}
        />
        <TableBody>
          <Gap height={before} />
          {items.map(({ index }) => {
            const client = clients[index];
            return (
              client && (
                <ClientTableRow
                  key={client.id}
                  client={client}
                  index={index}
                  columns={columns}
                  compact={compact}
                  selected={isSelected(selection.selected, client.id)}
                  onSelect={selection.toggle}
                  onMenu={onMenu}
                />
              )
            );
          })}
          <Gap height={after} />
        </TableBody>
      </Table>
      {footer}
    </Box>
  );
}

const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
