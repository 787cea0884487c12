import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import type { ClientOrder } from "../../../generated/schema.ts";
import { cardHeight, columnSx, columns, rowHeight } from "../columns.ts";
import { ClientTableHead } from "./ClientTable.tsx";

const rows = [72, 54, 88, 61, 79, 66, 83, 57, 75, 69, 91, 60];

/** Rows to come, of the height they will have. */
export function ClientRowsSkeleton({ narrow, order }: { narrow: boolean; order: ClientOrder }) {
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
    <Table aria-hidden sx={{ tableLayout: "fixed" }}>
      <ClientTableHead order={order} onOrder={ignore} emailSortable={false} />
      <TableBody>
        {rows.map((width) => (
          <TableRow key={width} sx={{ height: rowHeight }}>
            {columns.map((column) => (
              <TableCell key={column.key} sx={columnSx(column)}>
                {column.key !== "actions" && column.key !== "select" && <Skeleton width={`${width}%`} />}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const ignore = () => {};
