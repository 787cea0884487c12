import Box from "@mui/material/Box";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TableSortLabel from "@mui/material/TableSortLabel";
import { useTranslation } from "react-i18next";
import { visuallyHidden } from "../../../components/visuallyHidden.ts";
import type { ClientOrder, ClientOrderField } from "../../../generated/schema.ts";
import { SelectBox } from "./bulk/SelectBox.tsx";
import type { ListSelection } from "./bulk/useSelection.ts";
import { columnLabel } from "./columns/columnLabels.ts";
import { type Column, headHeight } from "./columns/columns.ts";
import { orderAfterClick } from "./listState.ts";
import { cellSx, pinned, pinnedSx } from "./tableLook.ts";

interface ClientTableHeadProps {
  columns: readonly Column[];
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  /** A person who sees masked addresses cannot sort by them either. */
  emailSortable: boolean;
  /** Absent while there are no rows. */
  selection?: ListSelection;
}

/** The table's head, with the columns' widths. It stays in view. */
export function ClientTableHead({ columns, order, onOrder, emailSortable, selection }: ClientTableHeadProps) {
  const { t } = useTranslation();
  const sortLabel = (label: string, field: ClientOrderField | undefined) => {
    if (!field || (field === "EMAIL" && !emailSortable)) return label;
    const active = order.field === field;
    return (
      <TableSortLabel
        active={active}
        direction={active && order.direction === "DESC" ? "desc" : "asc"}
        onClick={() => onOrder(orderAfterClick(order, field))}
      >
        {label}
      </TableSortLabel>
    );
  };
  const sortOf = (field: ClientOrderField | undefined) =>
    field && order.field === field ? (order.direction === "ASC" ? "ascending" : "descending") : undefined;
  return (
    <TableHead>
      <TableRow aria-rowindex={1}>
        <TableCell className={pinned} sx={{ ...pinnedSx.select, ...topSx, zIndex: 4 }}>
          {selection ? (
            <SelectBox
              label={t("bulk.selectLoaded")}
              checked={selection.loadedSelected}
              some={selection.count > 0 && !selection.loadedSelected}
              onToggle={selection.toggleLoaded}
            />
          ) : (
            <Box component="span" sx={visuallyHidden}>
              {t("bulk.selectColumn")}
            </Box>
          )}
        </TableCell>
        <TableCell className={pinned} aria-sort={sortOf("NAME")} sx={{ ...pinnedSx.name, ...topSx, zIndex: 4 }}>
          {sortLabel(columnLabel("name", []), "NAME")}
        </TableCell>
        {columns.map((column) => {
          const label = columnLabel(column.key, column.field ? [column.field] : []);
          return (
            <TableCell
              key={column.key}
              title={label}
              aria-sort={sortOf(column.order)}
              sx={{
                ...topSx,
                ...cellSx(column),
                width: column.width,
                overflow: "hidden",
                // The arrow's room is cut off without a sign: nothing that is read is missing.
                ...(!column.order && { textOverflow: "ellipsis" }),
              }}
            >
              {sortLabel(label, column.order)}
            </TableCell>
          );
        })}
        <TableCell className={pinned} sx={{ ...pinnedSx.menu, ...topSx, zIndex: 4 }}>
          <Box component="span" sx={visuallyHidden}>
            {t("clientPages.list.column.actions")}
          </Box>
        </TableCell>
      </TableRow>
    </TableHead>
  );
}

const topSx = { position: "sticky", top: 0, zIndex: 3, bgcolor: "background.default", height: headHeight } as const;
