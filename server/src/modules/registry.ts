import "reflect-metadata";
import { listed, type Module, merged } from "../module.ts";
import { access } from "./access/access.module.ts";
import { activityKinds } from "./activity-kinds/activity-kind.module.ts";
import { apiKeys } from "./api-keys/api-key.module.ts";
import { appointments } from "./appointments/appointment.module.ts";
import { audience } from "./audience/audience.module.ts";
import { bulk } from "./bulk/bulk.module.ts";
import { clients } from "./clients/client.module.ts";
import { contacts } from "./contacts/contact.module.ts";
import { customFields } from "./custom-fields/custom-field.module.ts";
import { dashboard } from "./dashboard/dashboard.module.ts";
import { duplicates } from "./duplicates/duplicate.module.ts";
import { files } from "./files/file.module.ts";
import { history } from "./history/history.module.ts";
import { lists } from "./lists/list.module.ts";
import { mail } from "./mail/mail.module.ts";
import { manualEntries } from "./manual-entries/manual-entry.module.ts";
import { merges } from "./merges/merge.module.ts";
import { notifications } from "./notifications/notification.module.ts";
import { operations } from "./operations/operation.module.ts";
import { people } from "./people/people.module.ts";
import { reveal } from "./reveal/reveal.module.ts";
import { savedFilters } from "./saved-filters/saved-filter.module.ts";
import { setUp } from "./set-up/set-up.module.ts";
import { settings } from "./settings/settings.module.ts";
import { tags } from "./tags/tag.module.ts";
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
  merges,
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
export const references = listed(modules, "references");
export const recurringJobs = listed(modules, "recurring");
export const jobs = [...listed(modules, "jobs"), ...recurringJobs.map(({ job }) => job)];
/** What refers to clients, and how it is merged. */
export const clientColumns = listed(modules, "hangsOnClient");
export const operationKinds = listed(modules, "operations");
export const routes = merged(modules, "routes");
