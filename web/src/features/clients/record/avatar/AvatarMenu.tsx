import { useApolloClient } from "@apollo/client/react";
import ButtonBase from "@mui/material/ButtonBase";
import CircularProgress from "@mui/material/CircularProgress";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastProblem } from "../../../../feedback/problem.ts";
import { toast } from "../../../../feedback/toast.ts";
import { ClientAvatar } from "../../ClientAvatar.tsx";
import { ClientPageDocument } from "../../clients.generated.ts";
import type { ClientRecord } from "../../clientValues.ts";
import { pictureTypes, sendAvatar } from "./sendAvatar.ts";

/** The client's picture at the head of the record, chosen, changed and taken away there [F27]. */
export function AvatarMenu({ client }: { client: ClientRecord }) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const input = useRef<HTMLInputElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [sending, setSending] = useState(false);
  if (!client.viewerCan.edit) return <ClientAvatar client={client} size={36} />;

  const send = async (picture: File | null) => {
    setAnchor(null);
    setSending(true);
    try {
      await sendAvatar(client.id, picture);
      await apollo.query({ query: ClientPageDocument, variables: { id: client.id }, fetchPolicy: "network-only" });
      toast(picture ? t("clients.avatar.saved") : t("clients.avatar.removed"));
    } catch (error) {
      toastProblem(error, () => void send(picture));
    } finally {
      setSending(false);
    }
  };
  const choose = () => {
    setAnchor(null);
    input.current?.click();
  };
  return (
    <>
      <ButtonBase
        aria-label={client.avatarUrl ? t("clients.avatar.change") : t("clients.avatar.add")}
        title={client.avatarUrl ? t("clients.avatar.change") : t("clients.avatar.add")}
        aria-haspopup={client.avatarUrl ? "menu" : undefined}
        aria-busy={sending}
        disabled={sending}
        onClick={(event) => (client.avatarUrl ? setAnchor(event.currentTarget) : choose())}
        sx={{ borderRadius: 1, position: "relative" }}
      >
        <ClientAvatar client={client} size={36} />
        {sending && <CircularProgress size={20} sx={{ position: "absolute" }} />}
      </ButtonBase>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        hidden
        aria-label={t("clients.avatar.add")}
        onChange={(event) => {
          const [picture] = event.target.files ?? [];
          // The same file can be chosen again.
          event.target.value = "";
          if (picture) void send(picture);
        }}
      />
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose}>{t("clients.avatar.change")}</MenuItem>
        <MenuItem onClick={() => void send(null)}>{t("clients.avatar.remove")}</MenuItem>
      </Menu>
    </>
  );
}
