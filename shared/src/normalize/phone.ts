import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js";
import { withoutUnseen } from "./text.ts";

/** A telephone as it was typed: a number of a known country and, behind it, an extension. */
export interface Phone {
  number: PhoneNumber;
  extension: string | null;
}

const EXTENSION =
  /^(.*\d[\s)]*?)[\s,;.:-]*(?:e?xt(?:ensi[oó]n?|n)?|int(?:erno|ernal|\.?erne)?|anexo|ramal|poste|dw|durchwahl|доб|x|#|~)[\s.:=]*(\d{1,7})$/iu;

/**
 * Reads a number however it was written: any dashes and spaces, brackets, `00`, `tel:`, an extension behind it. Null where
 * it is no number of a country, or where words stand beside it.
 * @param country ISO 3166-1 alpha-2, for numbers without an international prefix.
 */
export function parsePhone(value: string, country?: string | null): Phone | null {
  const typed = plainNumber(value);
  const [, main = typed, extension = null] = EXTENSION.exec(typed) ?? [];
  const number = read(main, country) ?? (/^00[1-9]/.test(main) ? read(`+${main.slice(2)}`, country) : null);
  return number && { number, extension: extension ?? number.ext ?? null };
}

/** A number with signs that look alike made one: `‑` and `–` as `-`, the digits of every script as 0 to 9. */
export const plainNumber = (value: string): string =>
  withoutUnseen(value.normalize("NFKC"))
    .replace(/[\p{Pd}\u2212\u30FC]/gu, "-")
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) as number) % 16))
    .replace(/^tel:\s*/i, "");

/**
 * A phone number in E.164, with its extension as RFC 3966 writes it (`+5072651234;ext=12`). If any of it is not
 * understood, it stays as typed, so that no word is lost.
 * @param country ISO 3166-1 alpha-2, for numbers without an international prefix.
 */
export function normalizePhone(value: string, country?: string | null): string {
  const phone = parsePhone(value, country);
  if (!phone) return withoutUnseen(value);
  return phone.number.number + (phone.extension ? `;ext=${phone.extension}` : "");
}

/**
 * A stored number as people write it: `6123-4567` in its own country, `+507 6123 4567` elsewhere, `265-1234 ext. 12`.
 * It stays as it is if it does not parse.
 * @param country ISO 3166-1 alpha-2, the reader's.
 */
export function formatPhone(value: string, country?: string | null): string {
  const [, main = "", extension] = /^(\+\d+)(?:;ext=(\d+))?$/.exec(value) ?? [];
  const parsed = main ? parsePhoneNumberFromString(main, { extract: false }) : undefined;
  if (!parsed?.isPossible()) return value;
  const isOurs = parsed.country && parsed.country === country;
  return (isOurs ? parsed.formatNational() : parsed.formatInternational()) + (extension ? ` ext. ${extension}` : "");
}

function read(typed: string, country: string | null | undefined): PhoneNumber | null {
  // Prefixes of calls inside Mexico that are dialled no more, and still printed.
  const mexican = country === "MX" && /^(?:01|04[45])(\d{10})$/.exec(typed.replace(/\D/g, ""));
  const parsed = parsePhoneNumberFromString(mexican ? `+52${mexican[1]}` : typed, {
    ...(country && { defaultCountry: country as CountryCode }),
    extract: false,
  });
  if (!parsed) return null;
  if (parsed.isValid()) return parsed;
  // Mexico took the 1 of mobiles away in 2019; Brazil put a 9 before the eight digits of its own.
  const short = /^\+521(\d{10})$/.exec(parsed.number);
  if (short) return read(`+52${short[1]}`, "MX");
  const before = /^\+55(\d{2})([6-9]\d{7})$/.exec(parsed.number);
  return before && parsePhoneNumberFromString(`+55${before[1]}9${before[2]}`)?.isValid() ? parsed : null;
}
