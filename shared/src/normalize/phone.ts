import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";

/**
 * A phone number in E.164 (`+34911234567`) where it parses as a possible number of the country, otherwise as typed.
 * @param country ISO 3166-1 alpha-2, for numbers without an international prefix.
 */
export function normalizePhone(value: string, country?: string | null): string {
  const typed = value.trim();
  const parsed = parsePhoneNumberFromString(typed, (country ?? undefined) as CountryCode | undefined);
  return parsed?.isValid() ? parsed.number : typed;
}

/**
 * A stored number as people write it: `6123-4567` in its own country, `+507 6123 4567` elsewhere; as it is where it does
 * not parse.
 * @param country ISO 3166-1 alpha-2, the reader's.
 */
export function formatPhone(value: string, country?: string | null): string {
  const parsed = parsePhoneNumberFromString(value, { extract: false });
  if (!parsed?.isValid()) return value;
  return parsed.country && parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}
