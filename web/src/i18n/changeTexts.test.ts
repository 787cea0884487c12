import { expect, test } from "vitest";
import { changeTexts } from "./changeTexts.ts";

const textOf = ({ key }: { key: string }) => key;

test("a change is told by the registry: label, country by name, nothing as null [F96]", () => {
  expect(
    changeTexts({ field: "taxProfile.country", label: "País fiscal", before: "PA", after: "" }, "es", textOf),
  ).toEqual({
    field: "taxProfile.country",
    label: "clients.field.taxProfile_country",
    before: "Panamá",
    after: null,
  });
});

test("a column of the ledger is known by its field", () => {
  expect(
    changeTexts({ field: "contact_person", label: "Contacto", before: null, after: "Ana" }, "es", textOf).label,
  ).toBe("clients.field.contactPerson");
});

test("a field of the business's own has the name and the values that the server gives it [F119]", () => {
  const change = { field: "customFields.colour", label: "Favourite colour", before: "red", after: "blue" };
  expect(changeTexts(change, "es", textOf)).toEqual({
    field: "customFields.colour",
    label: "Favourite colour",
    before: "red",
    after: "blue",
  });
});
