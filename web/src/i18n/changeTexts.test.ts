import { formatPhone } from "@clientela/shared/normalize/phone";
import { expect, test } from "vitest";
import { changeTexts } from "./changeTexts.ts";

const reader = {
  language: "es",
  textOf: ({ key }: { key: string }) => key,
  phone: (number: string) => formatPhone(number, "PA"),
};

test("a change is told by the registry: label, country by name, nothing as null [F96]", () => {
  const change = { field: "taxProfile.country", label: "País fiscal", type: "country", before: "PA", after: "" };
  expect(changeTexts(change, reader)).toEqual({
    field: "taxProfile.country",
    label: "clients.field.taxProfile_country",
    before: "Panamá",
    after: null,
    partial: false,
  });
});

test("a column of the ledger is known by its field", () => {
  const change = { field: "contact_person", label: "Contacto", type: "text", before: null, after: "Ana" };
  expect(changeTexts(change, reader).label).toBe("clients.field.contactPerson");
});

test("phones, numbers and days read in the reader's form, in fields of the business's own as well [F96, F119]", () => {
  const told = (field: string, before: string, type: string) =>
    changeTexts({ field, label: "X", type, before, after: null }, reader).before;
  // The browser of the tests speaks English of the United States, Spanish is the plain one.
  expect(told("customFields.x", "66600.125", "number")).toBe("66.600,125");
  expect(told("customFields.x", "2024-01-31", "date")).toBe("31 de enero de 2024");
  expect(told("customFields.x", "+50766123344", "phone")).toBe("6612-3344");
  expect(told("mobile", "+50766123344", "phone")).toBe("6612-3344");
  expect(told("phone", "+34911234567", "phone")).toBe("+34 911 23 45 67");
  expect(told("birthDate", "1980-02-01", "date")).toBe("1 de febrero de 1980");
  expect(told("customFields.x", "12.5", "text")).toBe("12.5");
  expect(told("customFields.x", "•••", "number")).toBe("•••");
});

test("a field of the business's own has the name and the values that the server gives it [F119]", () => {
  const change = {
    field: "customFields.colour",
    label: "Favourite colour",
    type: "select",
    before: "red",
    after: "blue",
  };
  const { type: _, ...told } = change;
  expect(changeTexts(change, reader)).toEqual({ ...told, partial: false });
});
