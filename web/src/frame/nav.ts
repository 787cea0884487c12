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
  { path: "/", title: "nav.home", icon: "home" },
  { path: "/clients", title: "nav.clients", icon: "clients" },
  { path: "/tasks", title: "nav.tasks", icon: "tasks" },
  { path: "/contacts", title: "nav.contacts", icon: "contacts" },
];

export const settingsNav: NavItem[] = [
  { path: "/settings", title: "nav.settings", icon: "settings" },
  { path: "/settings/team", title: "nav.team", icon: "team", permission: "people.read" },
  { path: "/settings/fields", title: "nav.fields", icon: "fields", permission: "customFields.manage" },
  { path: "/settings/lists", title: "nav.lists", icon: "lists", permission: "lists.write" },
  { path: "/settings/tags", title: "nav.tags", icon: "tags", permission: "tags.write" },
  { path: "/settings/activities", title: "nav.activityKinds", icon: "activityKinds", permission: "settings.manage" },
  { path: "/settings/api-keys", title: "nav.apiKeys", icon: "keys", permission: "apiKeys.manage" },
  { path: "/settings/outbox", title: "nav.outbox", icon: "outbox", permission: "mail.manage" },
  { path: "/settings/account", title: "nav.account", icon: "account" },
];
