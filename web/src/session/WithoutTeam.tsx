import { useTranslation } from "react-i18next";
import { Message } from "../components/Message.tsx";
import { usePeople } from "../hooks/usePeople.ts";
import { useSettings, useViewer } from "./useSession.ts";

const mostNames = 3;

/** Whether the person sees no client for want of a team, however many there are. */
export function useWithoutTeam(): boolean {
  const { role, user } = useViewer();
  const restricted = useSettings()?.restrictAgentsToTeams ?? false;
  return restricted && role === "AGENT" && user.teams.length === 0;
}

/** What stands in place of an agent's empty list while they are in no team: why, and whom to ask. */
export function NoTeam() {
  const { t, i18n } = useTranslation();
  const { users } = usePeople();
  const names = users.filter(({ role }) => role !== "AGENT").map(({ name }) => name);
  const some = new Intl.ListFormat(i18n.language, { type: "disjunction" }).format(names.slice(0, mostNames));
  return <Message title={t("teams.noneTitle")}>{t("teams.noneText", { names: some || t("teams.anAdmin") })}</Message>;
}
