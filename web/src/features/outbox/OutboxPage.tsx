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
import { useConnection } from "../../lists/useConnection.ts";
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
type View = keyof typeof views;
const isView = (value: string | null): value is View => value !== null && value in views;

/** Every e-mail that left or was to leave, and what became of it. */
export function OutboxPage() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useSearchParam("state");
  const [openId, setOpenId] = useSearchParam("message");
  const view = isView(chosen) ? chosen : null;
  const list = useConnection(OutboxDocument, {
    variables: { states: view ? views[view] : null, first: pageSize },
    of: ({ messages }) => messages,
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const { data: server, loading } = useMailServerQuery();
  const configured = server?.mailServer.configured ?? true;
  const open = list.nodes?.find(({ id }) => id === openId);
  // What is said about the server stands above all else: the page waits for it, so that nothing is pushed down.
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
          options={(["all", ...(Object.keys(views) as View[])] as const).map((value) => ({
            value,
            text: t(`outbox.views.${value}`),
          }))}
          onChange={(value) => setChosen(value === "all" ? null : value)}
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
