import type { Role } from "@clientela/shared/permissions";
import type { Viewer } from "../../core/viewer.ts";
import type { Settings } from "../settings/settings.entity.ts";

/** What of clients a role sees under the business's settings [F204, F208, F209]. */
export const rightsOf = (
  role: Role,
  {
    restrictAgentsToTeams,
    hideContactDataFromAgents,
  }: Pick<Settings, "restrictAgentsToTeams" | "hideContactDataFromAgents">,
): Pick<Viewer, "seesAllClients" | "seesContactData"> => ({
  seesAllClients: role !== "AGENT" || !restrictAgentsToTeams,
  seesContactData: role !== "AGENT" || !hideContactDataFromAgents,
});
