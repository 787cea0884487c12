import { clientPath } from "@clientela/shared/paths";
import MoreHoriz from "@mui/icons-material/MoreHoriz";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { ClientAvatar } from "../ClientAvatar.tsx";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { StatusDot } from "../StatusDot.tsx";
import { SelectBox } from "./bulk/SelectBox.tsx";
import { ContactValue } from "./ContactValue.tsx";
import { cardHeight } from "./columns/columns.ts";

interface ClientCardRowProps {
  client: ClientRow_ClientFragment;
  index: number;
  selected: boolean;
  onSelect: (id: string, range: boolean) => void;
  onMenu: (client: ClientRow_ClientFragment, anchor: HTMLElement) => void;
}

/** A client on a narrow screen: two lines instead of a squeezed table. */
export const ClientCardRow = memo(function ClientCardRow({
  client,
  index,
  selected,
  onSelect,
  onMenu,
}: ClientCardRowProps) {
  const { t } = useTranslation();
  const moment = client.lastInteractionAt ?? client.createdAt;
  return (
    <Box sx={{ ...cardSx, ...(selected && { bgcolor: "primary.light" }) }}>
      <SelectBox
        label={t("bulk.selectRow", { name: client.name })}
        checked={selected}
        onToggle={(range) => onSelect(client.id, range)}
      />
      <ClientAvatar client={client} size={32} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: "flex", gap: 1, justifyContent: "space-between" }}>
          <Box component={Link} to={clientPath(client.id)} data-row={index}>
            {client.name}
          </Box>
          <Box sx={{ fontSize: "0.8125rem" }}>
            <StatusDot status={client.status} />
          </Box>
        </Box>
        <Box
          sx={{
            display: "flex",
            gap: 1,
            justifyContent: "space-between",
            color: "text.secondary",
            fontSize: "0.8125rem",
          }}
        >
          <Box component="span" sx={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
            <ContactValue
              value={client.email ?? client.phone ?? client.mobile ?? client.whatsapp}
              visible={client.viewerCan.seeContactData}
            />
          </Box>
          <Box component="span" sx={{ whiteSpace: "nowrap" }}>
            {moment && <RelativeTime value={moment} />}
          </Box>
        </Box>
      </Box>
      <IconButton
        aria-label={t("clientPages.row.menu", { name: client.name })}
        aria-haspopup="menu"
        onClick={(event) => onMenu(client, event.currentTarget)}
        sx={{ position: "relative", zIndex: 1, width: 44, height: 44, mr: -1 }}
      >
        <MoreHoriz fontSize="small" />
      </IconButton>
    </Box>
  );
});

const cardSx = {
  position: "relative",
  display: "flex",
  alignItems: "center",
  gap: 1,
  height: cardHeight,
  pl: 1,
  pr: 2,
  borderBottom: 1,
  borderColor: "divider",
  "& a": {
    color: "text.primary",
    fontWeight: 600,
    textDecoration: "none",
    outline: "none",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  "& a::after": { content: '""', position: "absolute", inset: 0 },
  "&:has(a:focus-visible)": { bgcolor: "action.selected", boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)" },
} as const;
