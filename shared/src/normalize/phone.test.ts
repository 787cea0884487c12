import { expect, test } from "vitest";
import { formatPhone, normalizePhone } from "./phone.ts";

test.each([
  ["+50761234567", "PA", "6123-4567"],
  ["+50761234567", "ES", "+507 6123 4567"],
  ["+50761234567", null, "+507 6123 4567"],
  ["+34911234567", "ES", "911 23 45 67"],
  ["ext. 12", "ES", "ext. 12"],
  ["•••", "ES", "•••"],
])("%s is read in %s as %s", (stored, country, shown) => {
  expect(formatPhone(stored, country)).toBe(shown);
});

test.each([
  ["265-1234 ext. 12", "PA", "+5072651234;ext=12"],
  ["265-1234 int. 12", "PA", "+5072651234;ext=12"],
  ["265-1234 x12", "PA", "+5072651234;ext=12"],
  ["265-1234, anexo 4", "PA", "+5072651234;ext=4"],
  ["(507) 265-1234 Extensión: 12", "PA", "+5072651234;ext=12"],
  ["tel:+507-265-1234;ext=12", null, "+5072651234;ext=12"],
  ["+507 265-1234,12", "PA", "+5072651234;ext=12"],
  ["6123-4567 preguntar por Ana", "PA", "6123-4567 preguntar por Ana"],
  ["265-1234 ext. 12 Ana", "PA", "265-1234 ext. 12 Ana"],
  ["265-1234 / 265-4321", "PA", "265-1234 / 265-4321"],
  ["0033 1 55 50 12 34", "PA", "+33155501234"],
  ["+33 (0)1 55 50 12 34", "PA", "+33155501234"],
  ["01–55—50‑12−34", "FR", "+33155501234"],
  ["01\u00A055\u202F50 12 34", "FR", "+33155501234"],
  ["\u202A01 55 50 12 34\u202C", "FR", "+33155501234"],
  ["０１ ５５ ５０ １２ ３４", "FR", "+33155501234"],
  ["٠١٥٥٥٠١٢٣٤", "FR", "+33155501234"],
  ["+52 1 55 5555 0099", null, "+525555550099"],
  ["1 55 5555 0099", "MX", "+525555550099"],
  ["044 55 5555 0099", "MX", "+525555550099"],
  ["011 15-2345-6789", "AR", "+5491123456789"],
  ["(11) 98765-4321", "BR", "+5511987654321"],
  ["(11) 3765-4321", "BR", "+551137654321"],
])("%s of %s is stored as %s [F55]", (typed, country, stored) => {
  expect(normalizePhone(typed, country)).toBe(stored);
  expect(normalizePhone(stored, country)).toBe(stored);
});

test("an extension is shown behind its number", () => {
  expect(formatPhone("+5072651234;ext=12", "PA")).toBe("265-1234 ext. 12");
  expect(formatPhone("+5072651234;ext=12", "ES")).toBe("+507 265 1234 ext. 12");
});
