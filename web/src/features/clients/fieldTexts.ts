import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { labelKeyOf, plainTextOf } from "@clientela/shared/clients/fieldTexts";
import { countryName } from "@clientela/shared/names";
import type { CustomField } from "../../hooks/useCustomFields.ts";
import { textOfValue } from "../../i18n/fieldValue.ts";
import { localeOf, textOf } from "../../i18n/i18n.ts";
import { type ClientRecord, customKeyOf, fieldValue, type RecordKey } from "./clientValues.ts";

/** The label of a field; a tax number is called what the client's country calls it. */
export const labelOf = (key: ClientFieldKey, country?: string | null): string =>
  textOf({ key: labelKeyOf(key, country) });

/** The label of any field of a record; a field of the business's own that was deleted meanwhile has only its key. */
export function recordLabelOf(key: RecordKey, country: string | null | undefined, fields: readonly CustomField[]) {
  const custom = customKeyOf(key);
  if (custom) return fields.find((field) => field.key === custom)?.label ?? custom;
  return labelOf(key as ClientFieldKey, country);
}

/** What any field of a record holds, as text, or "" where there is nothing. */
export function recordTextOf(language: string, client: ClientRecord, key: RecordKey): string {
  if (customKeyOf(key)) return textOfCustomValue(language, fieldValue(client, key));
  return textOfField(language, client, key as ClientFieldKey);
}

/** A value of a field that the business defined, as text, or "" where there is none. */
export function textOfCustomValue(language: string, value: unknown, type?: CustomField["type"]): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return textOf({ key: value ? "customFields.yes" : "customFields.no" });
  if (typeof value === "number") return plainTextOf("number", String(value), localeOf(language));
  if (Array.isArray(value)) return value.join(", ");
  const kind = (type ?? "TEXT").toLowerCase() as Lowercase<CustomField["type"]>;
  return plainTextOf(kind, String(value), localeOf(language));
}

/** A record's value as text, or "" where there is none. */
export function textOfField(language: string, client: ClientRecord, key: ClientFieldKey): string {
  const value = fieldValue(client, key);
  if (value === null || value === undefined || value === "") return "";
  if (key === "tags" || key === "lists") return client[key].map(({ name }) => name).join(", ");
  if (key === "addresses")
    return client.addresses.map((address) => textOfAddress(address, language).join(", ")).join(" · ");
  if (key === "owner" || key === "team") return client[key]?.name ?? "";
  return textOfValue(language, key, String(value));
}

/** The lines of an address, as on an envelope. */
export function textOfAddress(address: ClientRecord["addresses"][number], language: string): string[] {
  const place = [address.postalCode, address.city].filter(Boolean).join(" ");
  return [
    address.line1,
    address.line2,
    place,
    address.region,
    address.country && countryName(address.country, language),
  ].filter((line): line is string => Boolean(line));
}
