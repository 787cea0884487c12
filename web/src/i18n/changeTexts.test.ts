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

test("numbers and days of the business's own fields read as in the language [F119]", () => {
  const told = (before: string, type: "NUMBER" | "DATE" | "TEXT") =>
    changeTexts({ field: "customFields.x", label: "X", before, after: null }, "es", textOf, (key) =>
      key === "x" ? type : undefined,
    ).before;
  // The browser of the tests speaks English of the United States, Spanish is the plain one.
  expect(told("66600.125", "NUMBER")).toBe("66.600,125");
  expect(told("2024-01-31", "DATE")).toBe("31 de enero de 2024");
  expect(told("12.5", "TEXT")).toBe("12.5");
  expect(told("•••", "NUMBER")).toBe("•••");
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
