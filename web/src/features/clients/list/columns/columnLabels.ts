import type { ClientColumn, ClientColumnKey } from "@clientela/shared/clients/columns";
import { customKeyOfColumn } from "@clientela/shared/clients/columns";
import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { labelKeyOf } from "@clientela/shared/clients/fieldTexts";
import type { CustomField } from "../../../../hooks/useCustomFields.ts";
import { textOf } from "../../../../i18n/i18n.ts";

/** Columns that are called otherwise than their field on the record, or are no field. */
const ownNames = {
  name: "clientPages.list.column.name",
  firstName: "clientPages.list.column.firstName",
  phone: "clientPages.list.column.phone",
  createdAt: "clientPages.list.column.created",
  updatedAt: "clientPages.record.updated",
  lastInteractionAt: "clientPages.list.column.activity",
  primaryContact: "contacts.field.primary",
  country: "clientPages.filter.country",
  region: "clientPages.filter.region",
  city: "clientPages.filter.city",
  postalCode: "clientPages.filter.postalCode",
  "source.channel": "clientPages.record.channel",
  "source.campaign": "clientPages.record.campaign",
  "source.device": "clientPages.record.device",
} as const;

/** What a column is called; nothing for a custom field that is not loaded yet. */
export function columnLabel(key: ClientColumnKey | "name", fields: readonly CustomField[]): string {
  const custom = customKeyOfColumn(key);
  if (custom) return fields.find((field) => field.key === custom)?.label ?? "";
  return textOf({ key: columnKeyOf(key as ClientColumn | "name") });
}

/** The text key of a column that is no custom field. */
export const columnKeyOf = (key: ClientColumn | "name") =>
  ownNames[key as keyof typeof ownNames] ?? labelKeyOf(key as ClientFieldKey);
