import Alert from "@mui/material/Alert";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../hooks/usePeople.ts";
import { useSettings, useViewer } from "./useSession.ts";

/** Tells who manages people of agents that see nothing, with what can be done about it; nothing where all is well. */
export function AgentsWithoutTeam({ action }: { action: ReactNode }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const restricted = useSettings()?.restrictAgentsToTeams ?? false;
  const { users } = usePeople({ skip: !restricted || !can("people.manage") });
  const without = users.filter(({ role, teams }) => role === "AGENT" && teams.length === 0);
  if (without.length === 0) return null;
  return (
    <Alert severity="warning" action={action}>
      {t("teams.agentsWithout", { count: without.length, names: without[0]?.name ?? "" })}
    </Alert>
  );
}
