import { clientPath } from "@clientela/shared/paths";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClientRow_ClientFragment } from "../clients.generated.ts";
import { useDeleteClient } from "../useDeleteClient.ts";

interface ClientRowMenuProps {
  target: { client: ClientRow_ClientFragment; anchor: HTMLElement } | null;
  onClose: () => void;
}

/** What can be done with a row of the list: see its timeline, edit it, delete it [F76]. */
export function ClientRowMenu({ target, onClose }: ClientRowMenuProps) {
  const { t } = useTranslation();
  const deleteClient = useDeleteClient();
  if (!target) return null;
  const { client, anchor } = target;
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      <MenuItem component={Link} to={clientPath(client.id)} onClick={onClose}>
        {t("clientPages.row.timeline")}
      </MenuItem>
      {client.viewerCan.edit && (
        <MenuItem component={Link} to={clientPath(client.id, "general")} onClick={onClose}>
          {t("clientPages.row.edit")}
        </MenuItem>
      )}
      {client.viewerCan.delete && (
        <MenuItem
          sx={{ color: "error.main" }}
          onClick={() => {
            onClose();
            void deleteClient(client);
          }}
        >
          {t("clientPages.row.delete")}
        </MenuItem>
      )}
    </Menu>
  );
}
