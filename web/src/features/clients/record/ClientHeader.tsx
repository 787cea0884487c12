import MoreHoriz from "@mui/icons-material/MoreHoriz";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useRecordName } from "../../../frame/recordName.ts";
import { useSearchParam } from "../../../hooks/useSearchParam.ts";
import type { ClientRecord } from "../clientValues.ts";
import { lastClientsPath } from "../paths.ts";
import { useDeleteClient } from "../useDeleteClient.ts";
import { AvatarMenu } from "./avatar/AvatarMenu.tsx";
import { ClientTags } from "./ClientTags.tsx";
import { QuickActions } from "./QuickActions.tsx";
import { headSx, nameSx } from "./recordLook.ts";
import { StatusMenu } from "./StatusMenu.tsx";

interface ClientHeaderProps {
  client: ClientRecord;
  onNote: () => void;
}

/** The client's name, status and next actions. */
export function ClientHeader({ client, onNote }: ClientHeaderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const deleteClient = useDeleteClient();
  const [, setAsOf] = useSearchParam("asOf");
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  useRecordName(client.name);
  const remove = () => {
    setMenu(null);
    void deleteClient(client, () => navigate(lastClientsPath()));
  };
  return (
    <Box component="header" sx={headSx}>
      <PageTitle title={client.name} />
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, minWidth: 0 }}>
        <AvatarMenu client={client} />
        <Typography variant="h1" title={client.name} sx={nameSx}>
          {client.name}
        </Typography>
      </Box>
      <StatusMenu client={client} />
      <ClientTags client={client} />
      <Box sx={{ ml: { sm: "auto" }, display: "flex", gap: 0.5, flexShrink: 0 }}>
        <QuickActions client={client} onNote={onNote} />
        <IconButton
          aria-label={t("clientPages.record.more")}
          aria-haspopup="menu"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <MoreHoriz fontSize="small" />
        </IconButton>
      </Box>
      <Menu anchorEl={menu} open={Boolean(menu)} onClose={() => setMenu(null)}>
        <MenuItem
          onClick={() => {
            setMenu(null);
            setAsOf(new Date().toISOString());
          }}
        >
          {t("clientHistory.see")}
        </MenuItem>
        {client.viewerCan.delete && (
          <MenuItem onClick={remove} sx={{ color: "error.main" }}>
            {t("clientPages.record.delete")}
          </MenuItem>
        )}
      </Menu>
    </Box>
  );
}
