import { expect, test } from "vitest";
import { readRuc } from "./panama.ts";

// Examples of the tax office (DGI) and registered companies.
test.each([
  ["155596713-2-2015", "59"],
  ["155720753-2-2022", "39"],
  ["2588017-1-831938", "20"],
  ["1956569-1-732877", "00"],
  ["61302-14-123411", "22"],
  ["15565624-2-2017", "63"],
])("a company's RUC %s has the DV %s [F18]", (ruc, checkDigits) => {
  expect(readRuc(ruc)).toEqual({ type: "JURIDICAL", checkDigits });
});

test.each([
  ["10102-64-103462", "30"],
  ["1102-85-117211", "95"],
  ["41369-85-283456", "73"],
  ["41425-516-58123", "41"],
  ["32425-254-85621", "68"],
  ["12388-184-921", "62"],
  ["32977-27-249966", "39"],
])("a RUC of before the registry was renumbered, %s, has the DV %s [F18]", (ruc, checkDigits) => {
  expect(readRuc(ruc)).toEqual({ type: "JURIDICAL", checkDigits });
});

test.each([
  ["8-442-445", "08"],
  ["8-769-1080", "56"],
  ["2-7-89", "20"],
  ["e-12-342", "10"],
  ["E-8-12770", "72"],
  ["N-45-832", "58"],
  ["PE-842-3681", "51"],
  ["8AV-1-196", "90"],
  ["13PI-1-196", "58"],
  ["8 PI-23-65", "91"],
])("a person's RUC %s has the DV %s [F18]", (ruc, checkDigits) => {
  expect(readRuc(ruc)).toEqual({ type: "NATURAL", checkDigits });
});

test("where the DV is not computed, and where it is no RUC at all [F18]", () => {
  expect(readRuc("8-NT-2-39271")).toEqual({ type: null, checkDigits: null });
  expect(readRuc("E-1234-12770")).toEqual({ type: "NATURAL", checkDigits: null });
  for (const other of ["", "123", "8-442", "8-442-ABC", "X-12-342", "B12345678"]) expect(readRuc(other)).toBeNull();
});
