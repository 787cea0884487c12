import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import type { MessageState } from "../../generated/schema.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { ListPage } from "../../lists/ListPage.tsx";
import { Rows } from "../../lists/Rows.tsx";
import { one, urlState } from "../../lists/urlState.ts";
import { useConnection } from "../../lists/useConnection.ts";
import { useUrlState } from "../../lists/useUrlState.ts";
import { MessagePanel } from "./components/MessagePanel.tsx";
import { MessageTable } from "./components/MessageTable.tsx";
import { OutboxDocument, useMailServerQuery } from "./outbox.generated.ts";

const pageSize = 50;
const pollMs = 4_000;
/** The choices above the table, and which states each shows. */
const views = {
  waiting: ["QUEUED", "SENDING"],
  failed: ["FAILED"],
  kept: ["KEPT"],
  sent: ["SENT"],
} satisfies Record<string, MessageState[]>;
const viewNames = Object.keys(views) as (keyof typeof views)[];
const outboxState = urlState({ view: one("state", viewNames) });

/** Every e-mail that left or was to leave, and what became of it. */
export function OutboxPage() {
  const { t } = useTranslation();
  const [{ view }, setState] = useUrlState(outboxState);
  const [openId, setOpenId] = useSearchParam("message");
  const list = useConnection(OutboxDocument, {
    variables: { states: view ? views[view] : null, first: pageSize },
    of: ({ messages }) => messages,
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const { data: server, loading } = useMailServerQuery();
  const configured = server?.mailServer.configured ?? true;
  const open = list.nodes?.find(({ id }) => id === openId);
  // The message about the server stands on top: the page waits for it, so that nothing is pushed down.
  if (loading && !server)
    return (
      <PageBody>
        <TableSkeleton rows={8} height={52} />
      </PageBody>
    );
  return (
    <ListPage
      head={
        <>
          {!configured && <Alert severity="info">{t("outbox.notConfigured")}</Alert>}
          {configured && server && (
            <Typography color="textSecondary">{t("outbox.intro", { from: server.mailServer.from ?? "" })}</Typography>
          )}
        </>
      }
      toolbar={
        <Toggle
          label={t("outbox.show")}
          value={view ?? "all"}
          options={(["all", ...viewNames] as const).map((value) => ({
            value,
            text: t(`outbox.views.${value}`),
          }))}
          onChange={(value) => setState({ view: value === "all" ? null : value })}
        />
      }
    >
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={6} height={52} />}
        more={t("notifications.more")}
        empty={
          <Message title={view ? t("outbox.noneSuch") : t("outbox.empty")}>{!view && t("outbox.emptyExplain")}</Message>
        }
      >
        {(messages) => <MessageTable messages={messages} onOpen={setOpenId} />}
      </Rows>
      <SidePanel title={t("outbox.panel")} open={open !== undefined} onClose={() => setOpenId(null)}>
        {open && <MessagePanel key={open.id} message={open} canSend={configured} />}
      </SidePanel>
    </ListPage>
  );
}
