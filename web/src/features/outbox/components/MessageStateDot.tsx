import { useTranslation } from "react-i18next";
import { StatusDot } from "../../../components/StatusDot.tsx";
import type { MessageState } from "../../../generated/schema.ts";

const tones = {
  SENT: "on",
  QUEUED: "waiting",
  SENDING: "waiting",
  FAILED: "failed",
  KEPT: "off",
  CANCELLED: "off",
} as const;

/** What became of an e-mail. */
export function MessageStateDot({ state }: { state: MessageState }) {
  const { t } = useTranslation();
  return <StatusDot tone={tones[state]} label={t(`outbox.states.${state}`)} />;
}
