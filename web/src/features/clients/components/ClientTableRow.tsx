import MoreHoriz from "@mui/icons-material/MoreHoriz";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import TableCell from "@mui/material/TableCell";
import TableRow from "@mui/material/TableRow";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { TagChip } from "../../../components/TagChip.tsx";
import { SelectBox } from "../bulk/components/SelectBox.tsx";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { type Column, columnSx, columns, rowHeight } from "../columns.ts";
import { clientPath } from "../paths.ts";
import { ContactValue } from "./ContactValue.tsx";
import { StatusDot } from "./StatusDot.tsx";

interface ClientTableRowProps {
  client: ClientRow_ClientFragment;
  /** Place in the whole list, from 0. */
  index: number;
  selected: boolean;
  onSelect: (id: string, range: boolean) => void;
  onMenu: (client: ClientRow_ClientFragment, anchor: HTMLElement) => void;
}

const shownTags = 2;

/** A client in the table. The name's link covers the row, so that all of it opens the record, also in another tab. */
export const ClientTableRow = memo(function ClientTableRow({
  client,
  index,
  selected,
  onSelect,
  onMenu,
}: ClientTableRowProps) {
  const { t } = useTranslation();
  const cell: Record<Column["key"], ReactNode> = {
    select: (
      <SelectBox
        label={t("bulk.selectRow", { name: client.name })}
        checked={selected}
        onToggle={(range) => onSelect(client.id, range)}
      />
    ),
    name: (
      <Link to={clientPath(client.id)} data-row={index}>
        {client.name}
      </Link>
    ),
    email: <ContactValue value={client.email} visible={client.viewerCan.seeContactData} />,
    phone: (
      <ContactValue
        value={client.phone ?? client.mobile ?? client.whatsapp}
        visible={client.viewerCan.seeContactData}
      />
    ),
    status: <StatusDot status={client.status} />,
    tags: (
      <Box sx={{ display: "flex", gap: 0.5, alignItems: "center", overflow: "hidden", "& > *": { minWidth: 28 } }}>
        {client.tags.slice(0, shownTags).map((tag) => (
          <TagChip key={tag.id} tag={tag} />
        ))}
        {client.tags.length > shownTags && (
          <span title={client.tags.map(({ name }) => name).join(", ")}>+{client.tags.length - shownTags}</span>
        )}
      </Box>
    ),
    owner: client.owner?.name,
    created: <RelativeTime value={client.createdAt} />,
    activity: client.lastInteractionAt && <RelativeTime value={client.lastInteractionAt} />,
    actions: (
      <IconButton
        aria-label={t("clientPages.row.menu", { name: client.name })}
        aria-haspopup="menu"
        onClick={(event) => onMenu(client, event.currentTarget)}
        sx={{ position: "relative", zIndex: 1 }}
      >
        <MoreHoriz fontSize="small" />
      </IconButton>
    ),
  };
  return (
    <TableRow aria-rowindex={index + 2} aria-selected={selected} sx={rowSx}>
      {columns.map((column) => (
        <TableCell
          key={column.key}
          component={column.key === "name" ? "th" : "td"}
          scope={column.key === "name" ? "row" : undefined}
          sx={columnSx(column)}
        >
          {cell[column.key]}
        </TableCell>
      ))}
    </TableRow>
  );
});

const rowSx = {
  position: "relative",
  height: rowHeight,
  "& > *": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  "& a": { color: "text.primary", fontWeight: 600, textDecoration: "none", outline: "none" },
  "& a::after": { content: '""', position: "absolute", inset: 0 },
  "&[aria-selected=true]": { bgcolor: "primary.light" },
  "&:hover": { bgcolor: "action.hover" },
  "&:has(a:focus-visible)": { bgcolor: "action.selected", boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)" },
} as const;
