import type { ClientOrderField } from "../../generated/schema.ts";

/** The narrowest window, in pixels, that shows every column; below it sorting has a control of its own. */
export const allColumnsFrom = 1600;

/** A column of the client table; its label is `clientPages.list.column.<key>`. */
export interface Column {
  key: "select" | "name" | "email" | "phone" | "status" | "tags" | "owner" | "created" | "activity" | "actions";
  order?: ClientOrderField;
  /** CSS width; the name takes what is left. */
  width?: number | string;
  /** The narrowest window, in pixels, that shows it. */
  from?: number;
}

export const columns: readonly Column[] = [
  { key: "select", width: 52 },
  { key: "name", order: "NAME" },
  { key: "email", order: "EMAIL", width: "22%" },
  { key: "phone", width: 140 },
  { key: "status", order: "STATUS", width: 116 },
  { key: "tags", width: 164, from: 1240 },
  { key: "owner", width: 132, from: 1400 },
  { key: "created", order: "CREATED_AT", width: 128 },
  { key: "activity", order: "LAST_INTERACTION_AT", width: 140, from: allColumnsFrom },
  { key: "actions", width: 48 },
];

/** The columns one can sort by, first to last. */
export const sortableColumns = [
  { key: "name", field: "NAME" },
  { key: "email", field: "EMAIL" },
  { key: "status", field: "STATUS" },
  { key: "created", field: "CREATED_AT" },
  { key: "activity", field: "LAST_INTERACTION_AT" },
] as const satisfies readonly { key: Column["key"]; field: ClientOrderField }[];

/** What a column's cells have in common: they hide where the window is too narrow, and align with the page. */
export const columnSx = ({ key, from }: Column) => ({
  ...(from && { [`@media (max-width: ${from - 0.02}px)`]: { display: "none" } }),
  ...(key === "select" && { pl: 1.5, pr: 0 }),
  ...(key === "actions" && { px: 0.5 }),
});

/** Row heights in pixels: in the table, and of the two-line rows on a phone. */
export const rowHeight = 40;
export const cardHeight = 64;
