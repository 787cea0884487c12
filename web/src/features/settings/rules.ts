import type { Locale } from "@clientela/shared/people/rules";
import type { Session_SettingsFragment } from "../../session/session.generated.ts";

/** The settings about clients, in the order they are shown. */
export const clientRules = ["allowDuplicates", "requireEmail", "phoneInsteadOfEmail"] as const;

/** The settings about what agents see and may do. */
export const agentRules = ["restrictAgentsToTeams", "hideContactDataFromAgents", "agentsMayRevealContactData"] as const;

/** Settings as a form's values, without what the cache adds to them. */
export function valuesOf(settings: Session_SettingsFragment) {
  const { businessName, locale, timeZone, currency, country = null } = settings;
  const { allowDuplicates, requireEmail, phoneInsteadOfEmail } = settings;
  const { restrictAgentsToTeams, hideContactDataFromAgents } = settings;
  const { agentsMayRevealContactData } = settings;
  return {
    businessName,
    locale: locale as Locale,
    timeZone,
    currency,
    country,
    allowDuplicates,
    requireEmail,
    phoneInsteadOfEmail,
    restrictAgentsToTeams,
    hideContactDataFromAgents,
    agentsMayRevealContactData,
  };
}
