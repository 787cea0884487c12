import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { More } from "../../components/More.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import type { MessageState } from "../../generated/schema.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { MessagePanel } from "./components/MessagePanel.tsx";
import { MessageTable } from "./components/MessageTable.tsx";
import { useMailServerQuery, useOutboxQuery } from "./outbox.generated.ts";

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
  const variables = { states: view ? views[view] : null, first: pageSize };
  const query = useOutboxQuery({
    variables,
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
    fetchPolicy: "cache-and-network",
  });
  const { data: server, loading } = useMailServerQuery();
  const configured = server?.mailServer.configured ?? true;
  // What is said about the server stands above all else: the page waits for it, so that nothing is pushed down.
  if (loading && !server)
    return (
      <PageBody>
        <TableSkeleton rows={8} height={52} />
      </PageBody>
    );
  return (
    <PageBody>
      <Box sx={{ display: "grid", gap: 2 }}>
        {!configured && <Alert severity="info">{t("outbox.notConfigured")}</Alert>}
        {configured && server && (
          <Typography color="textSecondary">{t("outbox.intro", { from: server.mailServer.from ?? "" })}</Typography>
        )}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t("outbox.show")}
          value={view ?? "all"}
          onChange={(_event, next: View | "all" | null) => next && setChosen(next === "all" ? null : next)}
          sx={{ flexWrap: "wrap", rowGap: 0.5 }}
        >
          {(["all", ...(Object.keys(views) as View[])] as const).map((option) => (
            <ToggleButton key={option} value={option} sx={{ textTransform: "none", px: 1.5, minHeight: 32, py: 0 }}>
              {t(`outbox.views.${option}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Loaded
          query={{ ...query, data: query.data ?? query.previousData }}
          skeleton={<TableSkeleton rows={6} height={52} />}
        >
          {({ messages: { nodes, pageInfo } }) => (
            <>
              {nodes.length > 0 ? (
                <MessageTable messages={nodes} onOpen={setOpenId} />
              ) : (
                <Message title={view ? t("outbox.noneSuch") : t("outbox.empty")}>
                  {!view && t("outbox.emptyExplain")}
                </Message>
              )}
              <More query={query} variables={variables} pageInfo={pageInfo} label={t("notifications.more")} />
              <SidePanel
                title={t("outbox.panel")}
                open={nodes.some(({ id }) => id === openId)}
                onClose={() => setOpenId(null)}
              >
                {nodes
                  .filter(({ id }) => id === openId)
                  .map((message) => (
                    <MessagePanel key={message.id} message={message} canSend={configured} />
                  ))}
              </SidePanel>
            </>
          )}
        </Loaded>
      </Box>
    </PageBody>
  );
}
