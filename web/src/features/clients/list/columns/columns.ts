import type { ClientColumnKey } from "@clientela/shared/clients/columns";
import { customKeyOfColumn, usualColumns } from "@clientela/shared/clients/columns";
import { type TextFieldKey, textFields } from "@clientela/shared/clients/fields";
import type { ClientOrderField, CustomFieldType } from "../../../../generated/schema.ts";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import type { ClientListPageQueryVariables } from "../../clients.generated.ts";

/** A column of the client table between the name and the row's menu. */
export interface Column {
  key: ClientColumnKey;
  /** In pixels. */
  width: number;
  order?: ClientOrderField;
  /** Figures stand under each other at the right. */
  figures?: true;
  /** The custom field it shows; absent until the fields are loaded. */
  field?: CustomField;
}

/** Widths in pixels of what every table has: the tick boxes, the name at its narrowest, the row's menu. */
export const selectWidth = 52;
export const nameWidth = 208;
export const menuWidth = 48;
/** The table's least width: columns that do not fit are scrolled to. */
export const tableWidth = (columns: readonly Column[]): number =>
  selectWidth + nameWidth + menuWidth + columns.reduce((sum, { width }) => sum + width, 0);
/** Row heights in pixels: in the table, and of the two-line rows on a phone. */
export const rowHeight = { usual: 40, compact: 32 };
export const headHeight = 36;
export const cardHeight = 64;

const widths: Partial<Record<ClientColumnKey, number>> = {
  email: 180,
  phone: 148,
  status: 112,
  tags: 132,
  owner: 116,
  createdAt: 104,
  lastInteractionAt: 124,
  kind: 104,
  contactPerson: 176,
  primaryContact: 176,
  website: 180,
  lists: 176,
  newsletterStatus: 124,
  language: 148,
  gender: 96,
  postalCode: 124,
  "taxProfile.legalName": 200,
  "taxProfile.taxId": 188,
};
const widthsOfTypes: Partial<Record<CustomFieldType, number>> = {
  LONG_TEXT: 240,
  NUMBER: 120,
  DATE: 128,
  BOOLEAN: 104,
  MULTI_SELECT: 180,
};
const usualWidth = 152;
const orders: Partial<Record<ClientColumnKey, ClientOrderField>> = {
  email: "EMAIL",
  status: "STATUS",
  createdAt: "CREATED_AT",
  lastInteractionAt: "LAST_INTERACTION_AT",
};

/** What one can sort by, with the column that shows it. */
export const sortable = [
  { key: "name", field: "NAME" },
  { key: "email", field: "EMAIL" },
  { key: "status", field: "STATUS" },
  { key: "createdAt", field: "CREATED_AT" },
  { key: "lastInteractionAt", field: "LAST_INTERACTION_AT" },
] as const satisfies readonly { key: ClientColumnKey | "name"; field: ClientOrderField }[];

/**
 * The columns that a person sees. Fields that were deleted meanwhile are left out.
 * @param chosen keys in their order; null for the usual columns.
 * @param fields the custom fields, or undefined while they are not loaded.
 */
export function columnsOf(
  chosen: readonly ClientColumnKey[] | null,
  fields: readonly CustomField[] | undefined,
): Column[] {
  return (chosen ?? usualColumns).flatMap((key) => {
    const custom = customKeyOfColumn(key);
    if (!custom) return [columnOf(key)];
    const field = fields?.find((each) => each.key === custom);
    if (!field) return fields ? [] : [{ key, width: usualWidth }];
    const figures = field.type === "NUMBER" && { figures: true as const };
    return [{ key, field, width: widthsOfTypes[field.type] ?? usualWidth, ...figures }];
  });
}

/** The variables of the list's query that read what these columns show, and nothing else. */
export function readBy(keys: readonly ClientColumnKey[]): Shown {
  const parts = new Set(keys.flatMap(partsOf));
  return Object.fromEntries(allParts.map((part) => [part, parts.has(part)])) as Shown;
}

/** What a two-line row on a phone shows. */
export const cardColumns: readonly ClientColumnKey[] = ["email", "phone", "createdAt", "lastInteractionAt"];

const places: readonly string[] = ["country", "region", "city", "postalCode"];

function partsOf(key: ClientColumnKey): (keyof Shown)[] {
  // A client without a landline is called on another number.
  if (key === "phone") return ["phone", "mobile", "whatsapp"];
  if (key === "primaryContact") return ["contacts"];
  if (places.includes(key)) return ["addresses"];
  if (customKeyOfColumn(key)) return ["customFields"];
  return [key.split(".")[0] as keyof Shown];
}

type Shown = Omit<ClientListPageQueryVariables, "filter" | "orderBy" | "first" | "after" | "counted">;
/** Parts of a client that are not one text of the registry. */
const otherParts: Record<Exclude<keyof Shown, TextFieldKey>, true> = {
  kind: true,
  newsletterStatus: true,
  taxProfile: true,
  addresses: true,
  tags: true,
  lists: true,
  owner: true,
  team: true,
  contacts: true,
  source: true,
  customFields: true,
  createdAt: true,
  updatedAt: true,
  lastInteractionAt: true,
};
const allParts = [...textFields, ...Object.keys(otherParts)] as (keyof Shown)[];

const columnOf = (key: ClientColumnKey): Column => ({
  key,
  width: widths[key] ?? usualWidth,
  ...(orders[key] && { order: orders[key] }),
});
