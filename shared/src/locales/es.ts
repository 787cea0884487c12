import { activityKinds } from "./es/activityKinds.ts";
import { appointments } from "./es/appointments.ts";
import { invitation, passwordReset, reSignIn, signIn } from "./es/auth.ts";
import { bulk } from "./es/bulk.ts";
import { clientHistory } from "./es/clientHistory.ts";
import { clientPages } from "./es/clientPages.ts";
import { clients } from "./es/clients.ts";
import { common, form, problem } from "./es/common.ts";
import { conflict } from "./es/conflict.ts";
import { contactPages, contacts } from "./es/contacts.ts";
import { customFields } from "./es/customFields.ts";
import { dashboard } from "./es/dashboard.ts";
import { errors } from "./es/errors.ts";
import { files } from "./es/files.ts";
import { filters } from "./es/filters.ts";
import { command, crash, forbidden, frame, nav, notFound, shortcuts } from "./es/frame.ts";
import { keys } from "./es/keys.ts";
import { lists } from "./es/lists.ts";
import { mail } from "./es/mail.ts";
import { merges } from "./es/merges.ts";
import { notifications } from "./es/notifications.ts";
import { outbox } from "./es/outbox.ts";
import { people, teams } from "./es/people.ts";
import { savedFilters } from "./es/savedFilters.ts";
import { account, settings } from "./es/settings.ts";
import { setUp } from "./es/setUp.ts";
import { tags } from "./es/tags.ts";
import { tasks } from "./es/tasks.ts";
import { timeline } from "./es/timeline.ts";

/** Every text the server and the admin share, in Spanish. */
export const es = {
  account,
  activityKinds,
  appointments,
  bulk,
  clientPages,
  clientHistory,
  clients,
  command,
  common,
  conflict,
  contactPages,
  contacts,
  crash,
  customFields,
  dashboard,
  errors,
  files,
  filters,
  forbidden,
  form,
  frame,
  invitation,
  keys,
  lists,
  mail,
  merges,
  nav,
  notFound,
  notifications,
  outbox,
  passwordReset,
  people,
  problem,
  reSignIn,
  savedFilters,
  settings,
  setUp,
  shortcuts,
  signIn,
  tags,
  teams,
  tasks,
  timeline,
};
