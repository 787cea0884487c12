import { may, type Role } from "@clientela/shared/permissions";
import type { Viewer } from "../../core/viewer.ts";
import type { Settings } from "../settings/settings.entity.ts";

/** The part of clients that a role sees under the business's settings [F204, F208, F209]. */
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

/** Whether a viewer may have hidden contact data revealed: agents only while the setting allows it. */
export const mayReveal = (
  { role }: Pick<Viewer, "role">,
  { agentsMayRevealContactData }: Pick<Settings, "agentsMayRevealContactData">,
): boolean => may(role, "contactData.reveal") && (role !== "AGENT" || agentsMayRevealContactData);

/** A person as a viewer, with the rights that their role has now. */
export const viewerOfPerson = (
  { id, role, teamIds, locale }: { id: string; role: Role; teamIds: string[]; locale: string | null },
  settings: Settings,
): Viewer => ({
  kind: "user",
  userId: id,
  role,
  teamIds,
  locale: locale ?? "",
  country: settings.country,
  ...rightsOf(role, settings),
});
