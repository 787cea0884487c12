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
