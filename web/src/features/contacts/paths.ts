/** The people of all clients; with `active` only those who are, or are not. */
export const contactsPath = ({ active }: { active?: boolean } = {}) =>
  active === undefined ? "/contacts" : `/contacts?active=${active ? "yes" : "no"}`;
