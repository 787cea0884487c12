import type { ClientOrderField } from "../../generated/schema.ts";

/** A column of the client table; its label is `clientPages.list.column.<key>`. */
export interface Column {
  key: "name" | "email" | "phone" | "status" | "tags" | "owner" | "created" | "activity" | "actions";
  order?: ClientOrderField;
  /** CSS width; the name takes what is left. */
  width?: number | string;
  /** The narrowest window, in pixels, that shows it. */
  from?: number;
}

export const columns: Column[] = [
  { key: "name", order: "NAME" },
  { key: "email", order: "EMAIL", width: "20%" },
  { key: "phone", width: 152 },
  { key: "status", order: "STATUS", width: 116 },
  { key: "tags", width: 168, from: 1120 },
  { key: "owner", width: 132, from: 1280 },
  { key: "created", order: "CREATED_AT", width: 112 },
  { key: "activity", order: "LAST_INTERACTION_AT", width: 136, from: 1360 },
  { key: "actions", width: 48 },
];

/** Hides a column's cells where the window is too narrow for it. */
export const columnSx = ({ from }: Column) =>
  from ? { [`@media (max-width: ${from - 0.02}px)`]: { display: "none" } } : {};

/** Row heights in pixels: in the table, and of the two-line rows on a phone. */
export const rowHeight = 40;
export const cardHeight = 64;
