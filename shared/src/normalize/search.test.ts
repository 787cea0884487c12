import { type CountryCode, getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { expect, test } from "vitest";
import { formatPhone, normalizePhone } from "./phone.ts";
import { readSearch } from "./search.ts";

const exampleOf = (country: CountryCode) => {
  const number = getExampleNumber(country, examples);
  if (!number) throw new Error(`No number of ${country}`);
  return number;
};

test.each(getCountries())("a number of %s is found as it is shown, and as people type it [F59]", (country) => {
  const example = exampleOf(country);
  const stored = normalizePhone(example.formatNational(), country);
  expect(stored).toBe(example.number);
  const digits = stored.slice(1);
  const international = example.formatInternational();
  const typed = [
    formatPhone(stored, country),
    formatPhone(stored, null),
    stored,
    digits,
    `00${digits}`,
    `tel:${stored}`,
    international.replaceAll(" ", "-"),
    international.replaceAll(" ", "\u00A0"),
    international.replaceAll(" ", "\u2011"),
    international.replaceAll(" ", "."),
    international.replace(/ (.*)$/, " ($1)"),
    example.formatNational().replaceAll(/[ -]/g, "–"),
    international.slice(0, -2),
  ];
  for (const text of typed) {
    const { numbers } = readSearch(text, country);
    expect([text, numbers.some((one) => digits.includes(one))]).toEqual([text, true]);
  }
  const { numbers } = readSearch(formatPhone(stored, "XX"), "PA");
  expect(numbers.some((one) => digits.includes(one))).toBe(true);
});

test.each([
  ["24/7", ["24/7"], ["247"]],
  ["2024-0815", ["2024-0815"], ["20240815"]],
  ["商事", ["商 事"], []],
  ["R&D", ["r&d"], []],
  ["Ana  PÉREZ", ["ana", "perez"], []],
  ["12", ["12"], []],
  ["01 55", ["01", "55"], ["0155", "155"]],
])("%j is the words %j and the digits %j", (text, words, numbers) => {
  expect(readSearch(text)).toEqual({ words, numbers });
});
