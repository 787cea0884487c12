import { localeOf } from "./i18n.ts";
import { countryCodes } from "./names.ts";

/** ISO 4217 currency by ISO 3166-1 region, where our first users are; others are found in the list by typing. */
const currencyByRegion: Record<string, string> = {
  AR: "ARS",
  AT: "EUR",
  AU: "AUD",
  BE: "EUR",
  BO: "BOB",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CO: "COP",
  CR: "CRC",
  DE: "EUR",
  DO: "DOP",
  EC: "USD",
  ES: "EUR",
  FR: "EUR",
  GB: "GBP",
  GQ: "XAF",
  GT: "GTQ",
  HN: "HNL",
  IE: "EUR",
  IT: "EUR",
  MX: "MXN",
  NI: "NIO",
  NL: "EUR",
  PA: "USD",
  PE: "PEN",
  PR: "USD",
  PT: "EUR",
  PY: "PYG",
  SV: "USD",
  US: "USD",
  UY: "UYU",
  VE: "VES",
};

/** The currency of a country, else the euro in Europe's time zones, else the dollar. */
export const currencyOf = (country: string | null, timeZone: string): string =>
  currencyByRegion[country ?? ""] ?? (timeZone.startsWith("Europe/") ? "EUR" : "USD");

/** Where most people of a country with several time zones live. */
const mainZones: Record<string, string> = {
  AR: "America/Argentina/Buenos_Aires",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CL: "America/Santiago",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MX: "America/Mexico_City",
  PT: "Europe/Lisbon",
  US: "America/New_York",
};

/** The time zones of a country where the browser knows them (ECMA-402 locale info), else none. */
function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale("und", { region: country }) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?: () => string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The time zone of a country: the present one where it is one of its own. */
export const timeZoneOf = (country: string, present: string): string => {
  const zones = zonesOf(country);
  return zones.includes(present) ? present : (mainZones[country] ?? zones[0] ?? present);
};

/** The country of the browser's time zone, for it says where one is; else that of its languages, or null. */
export function guessCountry(languages: readonly string[], timeZone: string): string | null {
  const regions = languages.flatMap((tag) => new Intl.Locale(tag).region ?? []);
  const here = [...regions, ...countryCodes].filter((code) => zonesOf(code).includes(timeZone));
  return here[0] ?? regions.find((code) => countryCodes.includes(code)) ?? null;
}

/** The browser's IANA time zone. */
export const guessTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

export interface RegionChoice {
  value: string;
  label: string;
  keywords: string;
}

const offsetOf = (timeZone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" })
    .formatToParts()
    .find(({ type }) => type === "timeZoneName")?.value ?? "";

/** All time zones, as `Panama · America · GMT-5`; `current` is among them even where the browser does not list it. */
export function timeZoneChoices(current: string): RegionChoice[] {
  return [...new Set([current, ...Intl.supportedValuesOf("timeZone"), "UTC"])].sort().map((zone) => {
    const [area, ...place] = zone.replaceAll("_", " ").split("/");
    const name = place.length > 0 ? `${place.reverse().join(", ")} · ${area}` : zone;
    return { value: zone, label: `${name} · ${offsetOf(zone)}`, keywords: zone };
  });
}

/** All currencies in circulation, as `USD · dólar estadounidense`. */
export function currencyChoices(language: string): RegionChoice[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => {
    const name = names.of(code) ?? code;
    return { value: code, label: name === code ? code : `${code} · ${name}`, keywords: code };
  });
}
