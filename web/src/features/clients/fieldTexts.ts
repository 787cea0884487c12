import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import { labelKeyOf } from "@clientela/shared/clients/fieldTexts";
import { countryName } from "@clientela/shared/names";
import { textOfValue } from "../../i18n/fieldValue.ts";
import { textOf } from "../../i18n/i18n.ts";
import { type ClientRecord, fieldValue } from "./clientValues.ts";

/** The label of a field; a tax number is called what the client's country calls it. */
export const labelOf = (key: ClientFieldKey, country?: string | null): string =>
  textOf({ key: labelKeyOf(key, country) });

/** A record's value as text, or "" where there is none. */
export function textOfField(language: string, client: ClientRecord, key: ClientFieldKey): string {
  const value = fieldValue(client, key);
  if (value === null || value === undefined || value === "") return "";
  if (key === "tags") return client.tags.map(({ name }) => name).join(", ");
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
