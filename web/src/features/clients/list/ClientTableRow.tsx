import { clientPath } from "@clientela/shared/paths";
import MoreHoriz from "@mui/icons-material/MoreHoriz";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ClientAvatar } from "../ClientAvatar.tsx";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { SelectBox } from "./bulk/SelectBox.tsx";
import { ColumnCell } from "./ColumnCell.tsx";
import { type Column, rowHeight } from "./columns/columns.ts";
import { cellSx, pinned, pinnedSx, rowSx } from "./tableLook.ts";

const nameSx = {
  display: "flex",
  alignItems: "center",
  gap: 1,
  "& a": { overflow: "hidden", textOverflow: "ellipsis" },
} as const;

interface ClientTableRowProps {
  client: ClientRow_ClientFragment;
  /** Place in the whole list, from 0. */
  index: number;
  columns: readonly Column[];
  compact: boolean;
  selected: boolean;
  onSelect: (id: string, range: boolean) => void;
  onMenu: (client: ClientRow_ClientFragment, anchor: HTMLElement) => void;
}

/** A client in the table. The name's link covers the row, so that all of it opens the record, also in another tab. */
export const ClientTableRow = memo(function ClientTableRow({
  client,
  index,
  columns,
  compact,
  selected,
  onSelect,
  onMenu,
}: ClientTableRowProps) {
  const { t } = useTranslation();
  const height = compact ? rowHeight.compact : rowHeight.usual;
  return (
    <TableRow aria-rowindex={index + 2} aria-selected={selected} sx={{ ...rowSx, "& > td, & > th": { height } }}>
      <TableCell className={pinned} sx={pinnedSx.select}>
        <SelectBox
          label={t("bulk.selectRow", { name: client.name })}
          checked={selected}
          onToggle={(range) => onSelect(client.id, range)}
        />
      </TableCell>
      <TableCell component="th" scope="row" className={pinned} sx={pinnedSx.name}>
        <Box sx={nameSx}>
          <ClientAvatar client={client} size={compact ? 20 : 24} />
          <Link to={clientPath(client.id)} data-row={index}>
            {client.name}
          </Link>
        </Box>
      </TableCell>
      {columns.map((column) => (
        <TableCell key={column.key} sx={cellSx(column)}>
          <ColumnCell column={column} client={client} />
        </TableCell>
      ))}
      <TableCell className={pinned} sx={pinnedSx.menu}>
        <IconButton
          aria-label={t("clientPages.row.menu", { name: client.name })}
          aria-haspopup="menu"
          onClick={(event) => onMenu(client, event.currentTarget)}
          sx={{ minHeight: 0, height: Math.min(32, height - 4) }}
        >
          <MoreHoriz fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
});
