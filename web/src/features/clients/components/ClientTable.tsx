import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TableSortLabel from "@mui/material/TableSortLabel";
import type { VirtualItem } from "@tanstack/react-virtual";
import { useTranslation } from "react-i18next";
import type { ClientOrder } from "../../../generated/schema.ts";
import { SelectBox } from "../bulk/components/SelectBox.tsx";
import { isSelected } from "../bulk/selection.ts";
import type { ListSelection } from "../bulk/useSelection.ts";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { columnSx, columns } from "../columns.ts";
import { orderAfterClick } from "../listState.ts";
import { ClientTableRow } from "./ClientTableRow.tsx";

interface ClientTableProps {
  clients: ClientRow_ClientFragment[];
  /** Rows in the whole list, or -1 where it is only known that there are more. */
  rowCount: number;
  items: VirtualItem[];
  /** Height in pixels of the rows before and after those that exist. */
  before: number;
  after: number;
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  onMenu: (client: ClientRow_ClientFragment, anchor: HTMLElement) => void;
  emailSortable: boolean;
  selection: ListSelection;
}

/** The client table; only the rows near the window exist, the others are kept free as height. */
export function ClientTable({
  clients,
  rowCount,
  items,
  before,
  after,
  order,
  onOrder,
  onMenu,
  emailSortable,
  selection,
}: ClientTableProps) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t("clientPages.list.table")} aria-rowcount={rowCount} sx={{ tableLayout: "fixed" }}>
      <ClientTableHead order={order} onOrder={onOrder} emailSortable={emailSortable} selection={selection} />
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
  );
}

interface ClientTableHeadProps {
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  /** Whoever gets masked addresses cannot sort by them either. */
  emailSortable: boolean;
  /** Absent while there are no rows. */
  selection?: ListSelection;
}

/** The table's head, with the columns' widths. It stays in view below the frame's bar. */
export function ClientTableHead({ order, onOrder, emailSortable, selection }: ClientTableHeadProps) {
  const { t } = useTranslation();
  return (
    <TableHead>
      <TableRow aria-rowindex={1}>
        {columns.map((column) => {
          const label = column.key === "select" ? t("bulk.selectColumn") : t(`clientPages.list.column.${column.key}`);
          const field = column.order === "EMAIL" && !emailSortable ? undefined : column.order;
          const active = field !== undefined && order.field === field;
          const direction = order.direction === "ASC" ? "asc" : "desc";
          return (
            <TableCell
              key={column.key}
              aria-sort={active ? (order.direction === "ASC" ? "ascending" : "descending") : undefined}
              sx={{
                ...columnSx(column),
                width: column.width,
                position: "sticky",
                // Below the selection bar, where that stays in view too.
                top: "calc(48px + var(--selection-bar, 0px))",
                zIndex: 2,
                bgcolor: "background.default",
              }}
            >
              {column.key === "select" && selection ? (
                <SelectBox
                  label={t("bulk.selectLoaded")}
                  checked={selection.loadedSelected}
                  some={selection.count > 0 && !selection.loadedSelected}
                  onToggle={selection.toggleLoaded}
                />
              ) : field ? (
                <TableSortLabel
                  active={active}
                  direction={active ? direction : "asc"}
                  onClick={() => onOrder(orderAfterClick(order, field))}
                >
                  {label}
                </TableSortLabel>
              ) : (
                <Box
                  component="span"
                  sx={column.key === "actions" || column.key === "select" ? visuallyHidden : undefined}
                >
                  {label}
                </Box>
              )}
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}

const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );

const visuallyHidden = {
  position: "absolute",
  // As texts: `sx` reads the number 1 as the whole width.
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
} as const;
