import { paths } from "@clientela/shared/paths";

/** The people of all clients; with `active` only those who are, or are not. */
export const contactsPath = ({ active }: { active?: boolean } = {}) =>
  active === undefined ? paths.contacts : `${paths.contacts}?active=${active ? "yes" : "no"}`;
