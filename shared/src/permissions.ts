/** Who may do what: one table, read by the server's gate and sent to the admin as `viewer.permissions`. */
export const roles = ["OWNER", "ADMIN", "AGENT"] as const;
export type Role = (typeof roles)[number];

const everyone = ["OWNER", "ADMIN", "AGENT"] as const satisfies readonly Role[];
const management = ["OWNER", "ADMIN"] as const satisfies readonly Role[];

const table = {
  "clients.read": everyone,
  "clients.write": everyone,
  "clients.merge": everyone,
  "clients.delete": management,
  // Of agents only while the setting `agentsMayRevealContactData` is on.
  "contactData.reveal": everyone,
  "lists.write": everyone,
  "lists.delete": management,
  "customFields.manage": management,
  "timeline.write": everyone,
  "timeline.moderate": management,
  "tasks.write": everyone,
  "appointments.write": everyone,
  "tags.write": everyone,
  "tags.delete": management,
  "people.read": everyone,
  "people.manage": management,
  "settings.read": everyone,
  "settings.manage": management,
  "apiKeys.manage": management,
  "mail.manage": management,
  "owners.manage": ["OWNER"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** All permissions of a role. */
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(table) as Permission[]).filter((permission) => may(role, permission));

/** Whether a role holds a permission. */
export const may = (role: Role, permission: Permission): boolean =>
  (table[permission] as readonly Role[]).includes(role);

/** The roles that hold no more than this one does. */
export const rolesUpTo = (role: Role): readonly Role[] => roles.slice(roles.indexOf(role));

/** The weaker of two roles: an API key never does more than the person who made it. */
export const weaker = (a: Role, b: Role): Role => roles[Math.max(roles.indexOf(a), roles.indexOf(b))] ?? "AGENT";
