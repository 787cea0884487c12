import { expect, test } from "vitest";
import { es } from "../locales/es.ts";
import { type ClientFieldKey, clientFields } from "./fields.ts";
import { labelKeyOf, plainValueOf, wordKeyOf } from "./fieldTexts.ts";

const textAt = (key: string) =>
  key.split(".").reduce<unknown>((texts, part) => (texts as Record<string, unknown> | undefined)?.[part], es);

test("every field of the registry has a label", () => {
  for (const key of Object.keys(clientFields) as ClientFieldKey[]) expect(textAt(labelKeyOf(key))).toBeTypeOf("string");
});

test("a tax number is called what the country calls it [F18]", () => {
  expect(textAt(labelKeyOf("taxProfile.taxId", "PA"))).toBe("RUC");
  expect(textAt(labelKeyOf("taxProfile.taxId", "FR"))).toBe("Número de registro");
});

test.each([
  ["status", "PROSPECT", "Prospecto"],
  ["kind", "PERSON", "Persona"],
  ["gender", "FEMALE", "Mujer"],
  ["taxProfile.rucType", "JURIDICAL", "Jurídico"],
] as const)("%s %s reads %s", (key, value, text) => {
  expect(textAt(wordKeyOf(key, value) ?? "")).toBe(text);
});

test("what is no word of ours is shown as it is", () => {
  expect(wordKeyOf("gender", "no binario")).toBeNull();
  expect(wordKeyOf("name", "CLIENT")).toBeNull();
  expect(plainValueOf("taxProfile.country", "PA", "es")).toBe("Panamá");
  expect(plainValueOf("taxProfile.country", "not a code", "es")).toBe("not a code");
  expect(plainValueOf("language", "pt-BR", "es")).toBe("Portugués de Brasil");
  expect(plainValueOf("website", "https://perez.test/", "es")).toBe("perez.test");
  expect(plainValueOf("birthDate", "1980-02-01", "es")).toBe("1 de febrero de 1980");
});
