import { localeOf } from "./i18n.ts";

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

/** The currency of the browser's region, else the euro in Europe's time zones, else the dollar. */
export function guessCurrency(languages: readonly string[], timeZone: string): string {
  const region = languages.map((tag) => new Intl.Locale(tag).region).find((code) => code && code in currencyByRegion);
  if (region) return currencyByRegion[region] ?? "USD";
  return timeZone.startsWith("Europe/") ? "EUR" : "USD";
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
