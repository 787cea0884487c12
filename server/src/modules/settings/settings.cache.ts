import type { Pool } from "pg";
import { reference } from "../../core/read/references.ts";
import type { Settings } from "./settings.entity.ts";

/** The business's settings, kept in memory; before the set-up they are the defaults. */
export class SettingsCache {
  current: Settings = defaults;

  constructor(private readonly pool: Pool) {}

  async refresh(): Promise<void> {
    const { rows } = await this.pool.query<Settings>(SELECT);
    this.current = rows[0] ?? defaults;
  }
}

export const settingsOf = reference("settings", (pool) => new SettingsCache(pool));

const defaults = {
  businessName: "Clientela",
  locale: "es",
  timeZone: "UTC",
  currency: "USD",
  country: null,
  allowDuplicates: false,
  requireEmail: true,
  phoneInsteadOfEmail: true,
  promoteOnFirstPayment: true,
  restrictAgentsToTeams: true,
  hideContactDataFromAgents: false,
  agentsMayExport: false,
  agentsMayRevealContactData: false,
} as Settings;

const SELECT = `select business_name as "businessName", locale, time_zone as "timeZone", currency, country,
  allow_duplicates as "allowDuplicates", require_email as "requireEmail",
  phone_instead_of_email as "phoneInsteadOfEmail", promote_on_first_payment as "promoteOnFirstPayment",
  restrict_agents_to_teams as "restrictAgentsToTeams", hide_contact_data_from_agents as "hideContactDataFromAgents",
  agents_may_export as "agentsMayExport", agents_may_reveal_contact_data as "agentsMayRevealContactData" from settings`;
