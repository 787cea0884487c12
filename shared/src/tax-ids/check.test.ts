import { expect, test } from "vitest";
import { checkTaxNumber } from "./check.ts";

test.each([
  ["ES", "B64717838"],
  ["ES", "54362315-K"],
  ["ES", "ESB64717838"],
  ["IT", "00743110157"],
  ["MX", "GODE561231GR8"],
  ["AR", "20-05536168-2"],
  ["CL", "76.086.428-5"],
  ["CO", "213.123.432-1"],
  ["PE", "20512333797"],
])("%s %s is a right number [F18][F20]", (country, taxId) => {
  expect(checkTaxNumber({ country, taxId })).toEqual([]);
});

test.each([
  ["ES", "B64717839"],
  ["CL", "76.086.428-6"],
  ["MX", "hola"],
])("%s %s is warned of [F18]", (country, taxId) => {
  expect(checkTaxNumber({ country, taxId })).toEqual([
    { path: "taxId", text: { key: "clients.taxNote.wrong" }, warning: true },
  ]);
});

test("of a country whose numbers are not known it is said, without a warning [F18]", () => {
  expect(checkTaxNumber({ country: "HN", taxId: "0801-1990" })).toEqual([
    { path: "taxId", text: { key: "clients.taxNote.unknown" }, warning: false },
  ]);
  expect(checkTaxNumber({ country: "HN" })).toEqual([]);
  expect(checkTaxNumber({ taxId: "0801" })).toEqual([]);
});

test("a Panamanian RUC is told its DV and type [F18]", () => {
  const company = { country: "PA", taxId: "155596713-2-2015" };
  expect(checkTaxNumber({ ...company, checkDigit: "59", rucType: "JURIDICAL" })).toEqual([]);
  expect(checkTaxNumber(company)).toEqual([
    { path: "checkDigit", text: { key: "clients.taxNote.checkDigit", params: { checkDigits: "59" } }, warning: false },
  ]);
  expect(checkTaxNumber({ ...company, checkDigit: "95", rucType: "NATURAL" })).toEqual([
    {
      path: "checkDigit",
      text: { key: "clients.taxNote.wrongCheckDigit", params: { checkDigits: "59" } },
      warning: true,
    },
    { path: "rucType", text: { key: "clients.taxNote.JURIDICAL" }, warning: true },
  ]);
  expect(checkTaxNumber({ country: "PA", taxId: "8-442-445", checkDigit: "8" })).toEqual([]);
  expect(checkTaxNumber({ country: "PA", taxId: "155596713" })).toMatchObject([{ path: "taxId", warning: true }]);
});
