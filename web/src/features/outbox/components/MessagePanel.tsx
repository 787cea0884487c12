import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../components/CopyButton.tsx";
import { PanelBody } from "../../../components/PanelBody.tsx";
import { toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { useFormats } from "../../../i18n/format.ts";
import {
  type MessageRow_MessageFragment,
  useCancelMessageMutation,
  useRetryMessageMutation,
} from "../outbox.generated.ts";
import { MessageStateDot } from "./MessageStateDot.tsx";

interface MessagePanelProps {
  message: MessageRow_MessageFragment;
  /** Whether there is a mail server to send with. */
  canSend: boolean;
}

/** One e-mail: what it says, what became of it, and what can still be done. */
export function MessagePanel({ message, canSend }: MessagePanelProps) {
  const { t } = useTranslation();
  const { exact } = useFormats();
  const { id, to, subject, text, state, attempts, lastError, createdAt, nextAttemptAt, sentAt } = message;
  const [retry] = useRetryMessageMutation({ variables: { id } });
  const [cancel] = useCancelMessageMutation({ variables: { id } });
  const sendable = canSend && text !== null && state !== "SENT" && state !== "SENDING";

  async function act(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      toast(done);
    } catch (error) {
      toastProblem(error);
    }
  }

  const facts: [string, string][] = [
    [t("outbox.to"), to],
    [t("outbox.written"), exact(createdAt)],
    ...(sentAt ? ([[t("outbox.sentAt"), exact(sentAt)]] as [string, string][]) : []),
    ...(attempts > 0 ? ([[t("outbox.attempts"), String(attempts)]] as [string, string][]) : []),
    ...(nextAttemptAt && attempts > 0 ? ([[t("outbox.next"), exact(nextAttemptAt)]] as [string, string][]) : []),
  ];
  return (
    <PanelBody>
      <Box sx={{ display: "grid", gap: 1 }}>
        <Typography variant="h3" sx={{ overflowWrap: "anywhere" }}>
          {subject}
        </Typography>
        <MessageStateDot state={state} />
      </Box>
      {lastError && <Alert severity={state === "FAILED" ? "error" : "warning"}>{lastError}</Alert>}
      <Box
        component="dl"
        sx={{ display: "grid", gridTemplateColumns: "max-content 1fr", gap: 0.5, columnGap: 2, m: 0 }}
      >
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: "contents" }}>
            <Box component="dt" sx={{ color: "text.secondary" }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      {text === null ? (
        <Typography color="textSecondary">{t("outbox.textGone")}</Typography>
      ) : (
        <Box sx={{ position: "relative", border: 1, borderColor: "divider", borderRadius: 1, p: 2, pr: 5 }}>
          <Box sx={{ position: "absolute", top: 8, right: 8 }}>
            <CopyButton value={text} label={t("outbox.copy")} copiedLabel={t("common.copied")} />
          </Box>
          <Box sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Box>
        </Box>
      )}
      {(sendable || state === "QUEUED") && (
        <Box sx={{ display: "flex", gap: 1, pb: 2.5 }}>
          {sendable && (
            <Button variant="contained" onClick={() => void act(retry, t("outbox.retried"))}>
              {t("outbox.retry")}
            </Button>
          )}
          {state === "QUEUED" && (
            <Button onClick={() => void act(cancel, t("outbox.cancelled"))}>{t("outbox.cancel")}</Button>
          )}
        </Box>
      )}
    </PanelBody>
  );
}
