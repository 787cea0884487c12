import { paths } from "@clientela/shared/paths";
import type { Permission } from "@clientela/shared/permissions";

/** Where the sidebar leads; what the person may not open is not shown. */
export interface NavItem {
  path: string;
  title:
    | "nav.home"
    | "nav.contacts"
    | "nav.clients"
    | "nav.tasks"
    | "nav.settings"
    | "nav.team"
    | "nav.fields"
    | "nav.lists"
    | "nav.tags"
    | "nav.activityKinds"
    | "nav.apiKeys"
    | "nav.outbox"
    | "nav.account";
  icon:
    | "home"
    | "tasks"
    | "contacts"
    | "clients"
    | "settings"
    | "team"
    | "fields"
    | "lists"
    | "tags"
    | "activityKinds"
    | "keys"
    | "outbox"
    | "account";
  permission?: Permission;
}

export const mainNav: NavItem[] = [
  { path: paths.home, title: "nav.home", icon: "home" },
  { path: paths.clients, title: "nav.clients", icon: "clients" },
  { path: paths.tasks, title: "nav.tasks", icon: "tasks" },
  { path: paths.contacts, title: "nav.contacts", icon: "contacts" },
];

export const settingsNav: NavItem[] = [
  { path: paths.settings, title: "nav.settings", icon: "settings" },
  { path: paths.team, title: "nav.team", icon: "team", permission: "people.read" },
  { path: paths.fields, title: "nav.fields", icon: "fields", permission: "customFields.manage" },
  { path: paths.lists, title: "nav.lists", icon: "lists", permission: "lists.write" },
  { path: paths.tags, title: "nav.tags", icon: "tags", permission: "tags.write" },
  { path: paths.activityKinds, title: "nav.activityKinds", icon: "activityKinds", permission: "settings.manage" },
  { path: paths.apiKeys, title: "nav.apiKeys", icon: "keys", permission: "apiKeys.manage" },
  { path: paths.outbox, title: "nav.outbox", icon: "outbox", permission: "mail.manage" },
  { path: paths.account, title: "nav.account", icon: "account" },
];
