/**
 * Causes of a write to many clients at once: it would push everything else out of the latest activity. A cause is one
 * of these words, alone or before a space. The database knows them as `ledger.of_many`.
 */
export const causesOfMany = ["bulk", "undo", "import", "tag", "list", "team", "custom field"] as const;

type OfMany = (typeof causesOfMany)[number];

/** How a write came about, as the ledger notes it; none for a person's own write in the admin. */
export type Cause =
  | "api"
  | "set-up"
  | "demo"
  | "invitation"
  | "password reset"
  // The database knows these two by how they begin: `ledger.of_merge`.
  | "merge"
  | "merge undone"
  | OfMany
  | `${OfMany} ${string}`;
