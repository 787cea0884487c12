/**
 * Of a write to many clients at once: it would push everything else out of what happened last. A cause is one of these
 * words, alone or before a space; the database knows them as `ledger.of_many`.
 */
export const causesOfMany = ["bulk", "undo", "import", "tag", "list", "team", "custom field"] as const;

type OfMany = (typeof causesOfMany)[number];

/** Through what the ledger says that something was written, where a person did not do it in the admin. */
export type Cause = "api" | "set-up" | "demo" | "invitation" | "password reset" | OfMany | `${OfMany} ${string}`;
