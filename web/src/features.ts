import type { Feature } from "./feature.ts";
import { account } from "./features/account/account.feature.ts";
import { activityKinds } from "./features/activityKinds/activityKinds.feature.ts";
import { appointments } from "./features/appointments/appointments.feature.ts";
import { clients } from "./features/clients/clients.feature.ts";
import { contacts } from "./features/contacts/contacts.feature.ts";
import { customFields } from "./features/customFields/customFields.feature.ts";
import { dashboard } from "./features/dashboard/dashboard.feature.ts";
import { files } from "./features/files/files.feature.ts";
import { keys } from "./features/keys/keys.feature.ts";
import { lists } from "./features/lists/lists.feature.ts";
import { outbox } from "./features/outbox/outbox.feature.ts";
import { passwordReset } from "./features/passwordReset/passwordReset.feature.ts";
import { people } from "./features/people/people.feature.ts";
import { settings } from "./features/settings/settings.feature.ts";
import { setUp } from "./features/setUp/setUp.feature.ts";
import { signIn } from "./features/signIn/signIn.feature.ts";
import { tags } from "./features/tags/tags.feature.ts";
import { tasks } from "./features/tasks/tasks.feature.ts";
import { timeline } from "./features/timeline/timeline.feature.ts";
import { notifications } from "./notifications/notifications.feature.ts";

/** What the admin is made of. The order is that of the sidebar, of «+ Nuevo» and of a record's tabs. */
export const features: readonly Feature[] = [
  signIn,
  setUp,
  passwordReset,
  dashboard,
  clients,
  timeline,
  tasks,
  appointments,
  contacts,
  files,
  settings,
  people,
  customFields,
  lists,
  tags,
  activityKinds,
  keys,
  outbox,
  account,
  notifications,
];

/** How the cache keeps what they read. */
export const cacheRules = features.flatMap(({ cache }) => cache ?? []);
