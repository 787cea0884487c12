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
}: ClientTableProps) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t("clientPages.list.table")} aria-rowcount={rowCount} sx={{ tableLayout: "fixed" }}>
      <ClientTableHead order={order} onOrder={onOrder} emailSortable={emailSortable} />
      <TableBody>
        <Gap height={before} />
        {items.map(({ index }) => {
          const client = clients[index];
          return client && <ClientTableRow key={client.id} client={client} index={index} onMenu={onMenu} />;
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
}

/** The table's head, with the columns' widths. It stays in view below the frame's bar. */
export function ClientTableHead({ order, onOrder, emailSortable }: ClientTableHeadProps) {
  const { t } = useTranslation();
  return (
    <TableHead>
      <TableRow aria-rowindex={1}>
        {columns.map((column) => {
          const label = t(`clientPages.list.column.${column.key}`);
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
                top: 48,
                zIndex: 2,
                bgcolor: "background.default",
              }}
            >
              {field ? (
                <TableSortLabel
                  active={active}
                  direction={active ? direction : "asc"}
                  onClick={() => onOrder(orderAfterClick(order, field))}
                >
                  {label}
                </TableSortLabel>
              ) : (
                <Box component="span" sx={column.key === "actions" ? visuallyHidden : undefined}>
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
