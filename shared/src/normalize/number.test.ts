import { expect, it } from "vitest";
import { readNumber, writeNumber } from "./number.ts";

it.each([
  ["12,5", "es", "12.5"],
  ["12.5", "es", "12.5"],
  ["12,5", "en", "12.5"],
  ["12.5", "en", "12.5"],
  // What could be either is what it is in the language: Spain parts decimals with a comma, Panama and English with a point.
  ["1.234", "es", "1234"],
  ["1,234", "es", "1.234"],
  ["1.234", "en", "1.234"],
  ["1,234", "en", "1234"],
  ["1,234", "es-PA", "1234"],
  ["1.234", "es-PA", "1.234"],
  // What can only be one thing is that in any.
  ["1.234,5", "en", "1234.5"],
  ["1,234.5", "es", "1234.5"],
  ["1.234.567", "en", "1234567"],
  ["1,234,567", "es", "1234567"],
  ["1.234.567,89", "es", "1234567.89"],
  ["12.3456", "es", "12.3456"],
  ["0.125", "es", "0.125"],
  ["1234.567", "es", "1234.567"],
  ["1 234 567,5", "es", "1234567.5"],
  ["1\u202f234,5", "es", "1234.5"],
  ["1'234.5", "en", "1234.5"],
  ["1 234", "es", "1234"],
  ["  -12,50 ", "es", "-12.50"],
  ["−3", "es", "-3"],
  ["+3", "es", "3"],
  [",5", "es", "0.5"],
  ["5,", "es", "5"],
  ["5.", "en", "5"],
  ["1,5e3", "es", "1.5e3"],
  ["007", "en", "007"],
])("reads %j in %s as %s [F119]", (text, locale, read) => {
  expect(readNumber(text, locale)).toBe(read);
});

it.each([
  "",
  " ",
  "-",
  ",",
  ".",
  "1,2,3",
  "1.2.3",
  "1,23,456",
  "12,5 €",
  "1.234,567,8",
  "1 23",
  "1,234 567",
  "0x10",
  "doce",
  "1-2",
  "1e",
  "0,123,456",
  "1234,567.8",
  "1..5",
])("takes %j for no number", (text) => {
  for (const locale of ["es", "en"]) expect(readNumber(text, locale)).toBeNull();
});

it.each([
  [12.5, "es", "12,5"],
  [12.5, "en", "12.5"],
  [12.5, "es-PA", "12.5"],
  [1234567, "es", "1234567"],
  ["1234.50", "es", "1234,5"],
  [1e-7, "es", "0,0000001"],
  [0.1, "en", "0.1"],
  [123456789.123456, "es", "123456789,123456"],
  [-3, "es", "-3"],
  [null, "es", ""],
  ["doce", "es", "doce"],
  ["1.2.3", "es", "1.2.3"],
])("writes %j in %s as %s, and reads it back", (value, locale, written) => {
  expect(writeNumber(value, locale)).toBe(written);
  const read = readNumber(written, locale);
  if (typeof value === "number") expect(Number(read)).toBe(value);
});

it("understands every decimal text that the rules do, so that none is taken for another number", () => {
  for (const text of ["5", "5.5", "5.", ".5", "-5.5", "+5", "1e5", "1.5e-3"]) {
    expect(Number(readNumber(text, "en"))).toBe(Number(text));
  }
});
