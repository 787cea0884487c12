import { expect, test } from "vitest";
import { changeTexts } from "./changeTexts.ts";

const textOf = ({ key }: { key: string }) => key;

test("a change is told by the registry: label, country by name, nothing as null [F96]", () => {
  expect(changeTexts({ field: "taxProfile.country", before: "PA", after: "" }, "es", textOf)).toEqual({
    field: "taxProfile.country",
    label: "clients.field.taxProfile_country",
    before: "Panamá",
    after: null,
  });
});

test("a column of the ledger is known by its field", () => {
  expect(changeTexts({ field: "contact_person", before: null, after: "Ana" }, "es", textOf).label).toBe(
    "clients.field.contactPerson",
  );
});

test("a field that is no longer in the registry keeps its name and values", () => {
  expect(changeTexts({ field: "favourite_colour", before: "red", after: "blue" }, "es", textOf)).toEqual({
    field: "favourite_colour",
    label: "favourite_colour",
    before: "red",
    after: "blue",
  });
});
