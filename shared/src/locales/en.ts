import { activityKinds } from "./en/activityKinds.ts";
import { appointments } from "./en/appointments.ts";
import { invitation, passwordReset, reSignIn, signIn } from "./en/auth.ts";
import { bulk } from "./en/bulk.ts";
import { clientHistory } from "./en/clientHistory.ts";
import { clientPages } from "./en/clientPages.ts";
import { clients } from "./en/clients.ts";
import { common, form, problem } from "./en/common.ts";
import { conflict } from "./en/conflict.ts";
import { contactPages, contacts } from "./en/contacts.ts";
import { customFields } from "./en/customFields.ts";
import { dashboard } from "./en/dashboard.ts";
import { errors } from "./en/errors.ts";
import { files } from "./en/files.ts";
import { filters } from "./en/filters.ts";
import { command, crash, forbidden, frame, nav, notFound, shortcuts } from "./en/frame.ts";
import { keys } from "./en/keys.ts";
import { lists } from "./en/lists.ts";
import { mail } from "./en/mail.ts";
import { merges } from "./en/merges.ts";
import { notifications } from "./en/notifications.ts";
import { outbox } from "./en/outbox.ts";
import { people, teams } from "./en/people.ts";
import { savedFilters } from "./en/savedFilters.ts";
import { account, settings } from "./en/settings.ts";
import { setUp } from "./en/setUp.ts";
import { tags } from "./en/tags.ts";
import { tasks } from "./en/tasks.ts";
import { timeline } from "./en/timeline.ts";

/** Every text the server and the admin share, in English. */
export const en = {
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
