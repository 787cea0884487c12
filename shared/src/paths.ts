import type { NotificationKind } from "./notifications/rules.ts";

/** The admin's pages, as its router knows them. Links in e-mails and calendars lead there too. */
export const paths = {
  home: "/",
  signIn: "/sign-in",
  forgotPassword: "/forgot-password",
  passwordReset: "/password-reset",
  setUp: "/setup",
  invitation: "/invitation",
  clients: "/clients",
  client: "/clients/:id",
  tasks: "/tasks",
  contacts: "/contacts",
  settings: "/settings",
  team: "/settings/team",
  fields: "/settings/fields",
  lists: "/settings/lists",
  tags: "/settings/tags",
  activityKinds: "/settings/activities",
  apiKeys: "/settings/api-keys",
  outbox: "/settings/outbox",
  account: "/settings/account",
} as const;

/** The address's parameter that opens the panel for a new client over whatever page. */
export const newClientParameter = "new";

/** Where a link leads that works once. */
export const oneTimePath = (page: "setUp" | "invitation" | "passwordReset", token: string): string =>
  `${paths[page]}?token=${token}`;

/** The parts of a client's record that have an address of their own. */
export type ClientTab =
  | "timeline"
  | "general"
  | "contacts"
  | "tasks"
  | "appointments"
  | "files"
  | "properties"
  | "related";

/** The tab of a record that shows where the address names none. */
export const firstTab = "timeline" satisfies ClientTab;

/** A client's record, on its timeline where no tab is named. */
export const clientPath = (id: string, tab?: ClientTab): string =>
  `${paths.clients}/${encodeURIComponent(id)}${tab && tab !== firstTab ? `?tab=${tab}` : ""}`;

/** The clients of one person. */
export const clientsOfPath = (ownerId: string): string => `${paths.clients}?owner=${encodeURIComponent(ownerId)}`;

/** On which tab the thing is that a notification tells of. */
const tabOf: Record<NotificationKind, ClientTab> = {
  CLIENT_ASSIGNED: "timeline",
  MENTIONED: "timeline",
  TASK_ASSIGNED: "tasks",
  TASK_DUE: "tasks",
  APPOINTMENT_SOON: "appointments",
};

/** Where a person's notification leads: to the client, or to their clients where it is about several. */
export const notificationPath = (kind: NotificationKind, clientId: string | null, userId: string): string =>
  clientId ? clientPath(clientId, tabOf[kind]) : clientsOfPath(userId);
