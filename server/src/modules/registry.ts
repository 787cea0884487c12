import "reflect-metadata";
import type { Pool } from "pg";
import { listed, type Module, merged } from "../module.ts";
import { access } from "./access/access.module.ts";
import { activityKinds } from "./activity-kinds/activity-kind.module.ts";
import { activityKindReferences } from "./activity-kinds/activity-kind.references.ts";
import { apiKeys } from "./api-keys/api-key.module.ts";
import { appointments } from "./appointments/appointment.module.ts";
import { audience } from "./audience/audience.module.ts";
import { bulk } from "./bulk/bulk.module.ts";
import { clients } from "./clients/client.module.ts";
import { contacts } from "./contacts/contact.module.ts";
import { customFields } from "./custom-fields/custom-field.module.ts";
import { CustomFields } from "./custom-fields/custom-field.references.ts";
import { dashboard } from "./dashboard/dashboard.module.ts";
import { duplicates } from "./duplicates/duplicate.module.ts";
import { files } from "./files/file.module.ts";
import { history } from "./history/history.module.ts";
import { lists } from "./lists/list.module.ts";
import { listReferences } from "./lists/list.references.ts";
import { mail } from "./mail/mail.module.ts";
import { manualEntries } from "./manual-entries/manual-entry.module.ts";
import { notifications } from "./notifications/notification.module.ts";
import { operations } from "./operations/operation.module.ts";
import { people } from "./people/people.module.ts";
import { peopleReferences } from "./people/people.references.ts";
import { reveal } from "./reveal/reveal.module.ts";
import { savedFilters } from "./saved-filters/saved-filter.module.ts";
import { setUp } from "./set-up/set-up.module.ts";
import { SettingsCache } from "./settings/settings.cache.ts";
import { settings } from "./settings/settings.module.ts";
import { tags } from "./tags/tag.module.ts";
import { tagReferences } from "./tags/tag.references.ts";
import { tasks } from "./tasks/task.module.ts";
import { timeline } from "./timeline/timeline.module.ts";

/** By name: no globs, no magic. */
export const modules: readonly Module[] = [
  access,
  activityKinds,
  apiKeys,
  appointments,
  audience,
  bulk,
  clients,
  contacts,
  customFields,
  dashboard,
  duplicates,
  files,
  history,
  lists,
  mail,
  manualEntries,
  notifications,
  operations,
  people,
  reveal,
  savedFilters,
  setUp,
  settings,
  tags,
  tasks,
  timeline,
];

export const entities = listed(modules, "entities");
export const resolvers = listed(modules, "resolvers");
/** Object types that no field names, only an interface. */
export const orphanedTypes = modules
  .flatMap(({ members = {} }) => Object.values(members).flat())
  .map(({ type }) => type);
export const rootAccess = merged(modules, "access");
export const recurringJobs = listed(modules, "recurring");
export const jobs = [...listed(modules, "jobs"), ...recurringJobs.map(({ job }) => job)];
export const operationKinds = listed(modules, "operations");
export const routes = merged(modules, "routes");

/** Small tables kept in memory. */
export const createReferences = (pool: Pool) => ({
  ...peopleReferences(pool),
  ...tagReferences(pool),
  ...listReferences(pool),
  ...activityKindReferences(pool),
  customFields: new CustomFields(pool),
  settings: new SettingsCache(pool),
});
export type References = ReturnType<typeof createReferences>;

/** Which of them to read again when the ledger tells of a change. */
export const referencesOfTopic: Record<string, (keyof References)[]> = {
  people: ["users", "teams"],
  tags: ["tags"],
  lists: ["lists"],
  fields: ["customFields"],
  kinds: ["activityKinds"],
  settings: ["settings"],
  access: [],
};
