import { useApolloClient } from "@apollo/client/react";
import { type ClientStatus, clientStatuses } from "@clientela/shared/clients/words";
import ExpandMore from "@mui/icons-material/ExpandMore";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConflictLeft, toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { ReactivateClientDocument } from "../clients.generated.ts";
import { type ClientRecord, withValue } from "../clientValues.ts";
import { StatusDot } from "../StatusDot.tsx";
import { useSaveClient } from "./saveClient.ts";

/** The client's status, changed by hand [F48]. */
export function StatusMenu({ client }: { client: ClientRecord }) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const saveClient = useSaveClient();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!client.viewerCan.edit) return <StatusDot status={client.status} />;

  const choose = async (status: ClientStatus, from = client) => {
    setAnchor(null);
    try {
      const saved = await saveClient(from, withValue(from, "status", status));
      if (saved === from) return;
      toast(t("clientPages.record.statusOf", { status: t(`clients.status.${status}`) }), {
        action: { label: t("common.undo"), run: () => void choose(from.status, saved) },
      });
    } catch (error) {
      if (!(error instanceof ConflictLeft)) toastProblem(error, () => void choose(status, from));
    }
  };
  const reactivate = async () => {
    setAnchor(null);
    try {
      const { data } = await apollo.mutate({ mutation: ReactivateClientDocument, variables: { id: client.id } });
      const saved = data?.reactivateClient;
      if (!saved) return;
      toast(t("clientPages.record.statusOf", { status: t(`clients.status.${saved.status}`) }), {
        action: { label: t("common.undo"), run: () => void choose("INACTIVE", saved) },
      });
    } catch (error) {
      toastProblem(error, () => void reactivate());
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-label={t("clientPages.record.statusOf", { status: t(`clients.status.${client.status}`) })}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMore sx={{ color: "text.secondary" }} />}
        sx={{ fontWeight: 400, fontSize: "0.8125rem", minHeight: 28, py: 0, px: 1, flexShrink: 0 }}
      >
        <StatusDot status={client.status} />
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {client.status === "INACTIVE" && (
          <MenuItem onClick={() => void reactivate()} divider>
            {t("clientPages.record.reactivate")}
          </MenuItem>
        )}
        {clientStatuses.map((status) => (
          <MenuItem key={status} selected={status === client.status} onClick={() => void choose(status)}>
            <StatusDot status={status} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
