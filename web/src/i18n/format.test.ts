import { createFormats } from "@clientela/shared/formats";
import { expect, test } from "vitest";
import { currencyOf, guessCountry, timeZoneChoices, timeZoneOf } from "./regions.ts";

const now = Date.UTC(2026, 10, 21, 12);
const panama = createFormats("es-PA", "America/Panama");

test.each([
  ["a moment ago", -5_000, "ahora"],
  ["minutes", -5 * 60_000, "hace 5 minutos"],
  ["hours", -3 * 3_600_000, "hace 3 horas"],
  ["days", -2 * 86_400_000, "anteayer"],
  ["to come", 3 * 86_400_000, "dentro de 3 días"],
])("%s reads as people say it", (_case, distance, text) => {
  expect(panama.relative(new Date(now + distance), now)).toBe(text);
});

test("beyond a week the day is shown", () => {
  expect(panama.relative(new Date(now - 8 * 86_400_000), now)).toBe(panama.date(new Date(now - 8 * 86_400_000)));
});

test("a moment's day is the business's, not the browser's", () => {
  expect(panama.dayKey("2026-11-12T03:00:00Z")).toBe("2026-11-11");
  expect(createFormats("es", "Europe/Madrid").dayKey("2026-11-12T03:00:00Z")).toBe("2026-11-12");
});

test("a calendar day is the same in every time zone", () => {
  expect(panama.calendarDay("2026-11-12")).toContain("12");
  expect(createFormats("en", "Pacific/Auckland").calendarDay("2026-11-12")).toContain("12");
});

test("money keeps every digit of a decimal text", () => {
  expect(createFormats("en", "UTC").money("90071992547409931.25", "USD")).toBe("$90,071,992,547,409,931.25");
});

test("the country is that of the browser's clock, else of its languages; its currency and time zone follow", () => {
  expect(guessCountry(["en-US"], "America/Panama")).toBe("PA");
  expect(guessCountry(["es-MX"], "UTC")).toBe("MX");
  expect(guessCountry(["es"], "UTC")).toBeNull();
  expect(currencyOf("MX", "UTC")).toBe("MXN");
  expect(currencyOf("ES", "UTC")).toBe("EUR");
  expect(currencyOf("JP", "Asia/Tokyo")).toBe("USD");
  expect(timeZoneOf("PE", "America/Panama")).toBe("America/Lima");
  expect(timeZoneOf("ES", "America/Panama")).toBe("Europe/Madrid");
  expect(timeZoneOf("ES", "Atlantic/Canary")).toBe("Atlantic/Canary");
});

test("a time zone the browser does not list can still be shown as chosen", () => {
  expect(timeZoneChoices("Etc/GMT+5").map(({ value }) => value)).toContain("Etc/GMT+5");
});
