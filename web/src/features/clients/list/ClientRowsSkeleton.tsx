import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import type { ClientOrder } from "../../../generated/schema.ts";
import { ClientTableHead } from "./ClientTableHead.tsx";
import { cardHeight, rowHeight, tableWidth } from "./columns/columns.ts";
import { useColumns } from "./columns/useColumns.ts";
import { useListSettings } from "./columns/useListSettings.ts";
import { cellSx, pinnedSx, scrollerSx } from "./tableLook.ts";

const rows = [72, 54, 88, 61, 79, 66, 83, 57, 75, 69, 91, 60];

/** Rows to come, of the height they will have. */
export function ClientRowsSkeleton({ narrow, order }: { narrow: boolean; order: ClientOrder }) {
  const columns = useColumns();
  const { compact } = useListSettings().settings;
  if (narrow) {
    return (
      <div aria-hidden>
        {rows.map((width) => (
          <Box key={width} sx={{ height: cardHeight, px: 2, pt: 1.25, borderBottom: 1, borderColor: "divider" }}>
            <Skeleton width={`${width * 0.7}%`} />
            <Skeleton width={`${width * 0.5}%`} />
          </Box>
        ))}
      </div>
    );
  }
  return (
    <Box sx={{ ...scrollerSx, overflow: "hidden" }}>
      <Table aria-hidden sx={{ minWidth: tableWidth(columns) }}>
        <ClientTableHead columns={columns} order={order} onOrder={ignore} emailSortable={false} />
        <TableBody>
          {rows.map((width) => (
            <TableRow key={width} sx={{ "& > td": { height: compact ? rowHeight.compact : rowHeight.usual } }}>
              <TableCell sx={pinnedSx.select} />
              <TableCell sx={pinnedSx.name}>
                <Skeleton width={`${width}%`} />
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column.key} sx={cellSx(column)}>
                  <Skeleton width={`${width}%`} />
                </TableCell>
              ))}
              <TableCell sx={pinnedSx.menu} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const ignore = () => {};
