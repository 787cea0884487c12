import { expect, test } from "vitest";
import { plainTextOf } from "./clients/fieldTexts.ts";
import { formatsOf } from "./formats.ts";
import { localeIn } from "./locale.ts";

/** Spaces that do not break are told from others by nobody who reads. */
const read = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  ["es-PA", "America/Panama", "26 nov 2026, 4:00 p. m.", "1,234,567.89", "B/. 1,234.50", "26 de noviembre de 2026"],
  ["es-ES", "Europe/Madrid", "26 nov 2026, 22:00", "1.234.567,89", "1234,50 PAB", "26 de noviembre de 2026"],
  [
    "es-AR",
    "America/Argentina/Buenos_Aires",
    "26 de nov de 2026, 6:00 p. m.",
    "1.234.567,89",
    "PAB 1.234,50",
    "26 de noviembre de 2026",
  ],
  ["en", "America/New_York", "Nov 26, 2026, 4:00 PM", "1,234,567.89", "PAB 1,234.50", "November 26, 2026"],
  ["en-GB", "Europe/London", "26 Nov 2026, 21:00", "1,234,567.89", "PAB 1,234.50", "26 November 2026"],
])("%s reads moments, numbers, money and days in its own form", (locale, zone, moment, number, money, day) => {
  const formats = formatsOf(locale, zone);
  expect(read(formats.moment("2026-11-26T21:00:00Z"))).toBe(moment);
  expect(formats.number("1234567.89")).toBe(number);
  expect(read(formats.money("1234.5", "PAB"))).toBe(money);
  expect(plainTextOf("date", "2026-11-26", locale)).toBe(day);
  expect(plainTextOf("number", "1234567.89", locale)).toBe(number);
});

test("what is masked, or not of its type, stays as it is", () => {
  expect(plainTextOf("number", "•••", "es")).toBe("•••");
  expect(plainTextOf("date", "ayer", "es")).toBe("ayer");
  expect(plainTextOf("number", "12345678901234567.25", "es")).toBe("12.345.678.901.234.567,25");
});

test("a reader's variant is their browser's; where no browser asks, that of the business's country", () => {
  expect(localeIn("es", ["en-GB", "es-AR", "es"], "PA")).toBe("es-AR");
  expect(localeIn("es", ["es", "es-AR"], "PA")).toBe("es");
  expect(localeIn("en", ["es-AR"], "PA")).toBe("en");
  expect(localeIn("es", [], "PA")).toBe("es-PA");
  expect(localeIn("es", [], null)).toBe("es");
});
