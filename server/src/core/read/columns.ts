import { createHash } from "node:crypto";

// "#" cannot stand in a GraphQL name, so no alias of a query meets these.
/** The column that names the object type of a row of an interface or union. */
export const TYPE_COLUMN = "#type";
/** The column that holds such a row in a list. */
export const MEMBER_COLUMN = "#member";
/** The column that holds a row's place in the order of its list. */
export const KEY_COLUMN = "#key";

/** The column of a response key. PostgreSQL cuts names at 63 bytes, so a longer alias is shortened on both sides. */
export const columnOf = (responseKey: string): string =>
  responseKey.length <= 63
    ? responseKey
    : `${responseKey.slice(0, 30)}#${createHash("sha1").update(responseKey).digest("hex").slice(0, 32)}`;
