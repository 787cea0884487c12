import { describe, expect, it } from "vitest";
import { createClientRules, updateClientRules } from "../clients/rules.ts";
import { problemsOf } from "../validation.ts";
import { customFieldRules, customFieldsRules, keyOfLabel } from "./rules.ts";
import type { CustomFieldType } from "./types.ts";
import { valueRules } from "./values.ts";

const options = ["Oro", "Plata", "Bronce"];

describe("a value of each type, as it is stored [F119]", () => {
  it.each<[CustomFieldType, unknown, unknown]>([
    ["TEXT", "  hola ", "hola"],
    ["TEXT", "   ", null],
    ["LONG_TEXT", "a\nb", "a\nb"],
    ["NUMBER", 12.5, 12.5],
    ["NUMBER", "1265.79", 1265.79],
    ["NUMBER", "+0.10", 0.1],
    ["NUMBER", -0, 0],
    ["NUMBER", 1e-7, 1e-7],
    ["NUMBER", 999_999_999_999_999, 999_999_999_999_999],
    ["NUMBER", "", null],
    ["DATE", "2024-02-29", "2024-02-29"],
    ["DATE", "", null],
    ["BOOLEAN", false, false],
    ["SELECT", "Oro", "Oro"],
    ["SELECT", "", null],
    ["MULTI_SELECT", ["Bronce", "Oro", "Oro"], ["Oro", "Bronce"]],
    ["MULTI_SELECT", [], null],
    ["URL", "example.com", "https://example.com"],
    ["EMAIL", " Ana@Example.COM ", "ana@example.com"],
    ["PHONE", "600 123 123", "600 123 123"],
    ["PHONE", null, null],
  ])("%s %j becomes %j", (type, given, stored) => {
    const value = valueRules({ type, options }).parse(given);
    expect(value).toBe(value === null || Array.isArray(stored) ? value : stored);
    expect(value).toEqual(stored);
  });

  it.each<[CustomFieldType, unknown, string]>([
    ["TEXT", 5, "errors.invalid"],
    ["TEXT", "x".repeat(501), "errors.tooLong"],
    ["TEXT", "a\0b", "errors.invalid"],
    ["LONG_TEXT", "\ud800", "errors.invalid"],
    ["NUMBER", "12,5", "errors.format.number"],
    ["NUMBER", "0x10", "errors.format.number"],
    ["NUMBER", Number.NaN, "errors.invalid"],
    ["NUMBER", true, "errors.invalid"],
    ["NUMBER", "1234567890123.4567", "errors.tooManyDigits"],
    ["NUMBER", 1e15, "errors.tooManyDigits"],
    ["DATE", "2023-02-29", "errors.format.date"],
    ["DATE", "0000-01-01", "errors.format.date"],
    ["DATE", "29/02/2024", "errors.format.date"],
    ["BOOLEAN", "true", "errors.invalid"],
    ["SELECT", "oro", "errors.unknownOption"],
    ["SELECT", ["Oro"], "errors.invalid"],
    ["MULTI_SELECT", "Oro", "errors.invalid"],
    ["MULTI_SELECT", ["Oro", "Hierro"], "errors.unknownOption"],
    ["URL", "javascript:alert(1)", "errors.format.url"],
    ["EMAIL", "nobody", "errors.format.email"],
  ])("%s refuses %j: %s", (type, given, key) => {
    const { error } = valueRules({ type, options }).safeParse(given);
    expect(error && problemsOf(error).map((problem) => problem.key)).toEqual([key]);
  });
});

const fields = [
  { key: "level", type: "SELECT", options, required: true },
  { key: "size", type: "NUMBER", options: [], required: false },
] as const;
const problems = (rules: ReturnType<typeof createClientRules>, input: object) => {
  const { error } = rules.safeParse(input);
  return error ? problemsOf(error).map(({ path, key }) => `${path} ${key}`) : [];
};

describe("the custom fields of a client", () => {
  it("must be there when a person creates one, and stay when a person edits", () => {
    const given = createClientRules({
      needs: "none",
      customFields: customFieldsRules(fields, { required: "given" }),
    });
    expect(problems(given, { name: "A" })).toEqual(["customFields.level errors.required"]);
    expect(problems(given, { name: "A", customFields: { level: null } })).toEqual([
      "customFields.level errors.required",
    ]);
    expect(problems(given, { name: "A", customFields: { level: "Oro" } })).toEqual([]);

    const kept = updateClientRules({
      needs: "none",
      customFields: customFieldsRules(fields, { required: "kept" }),
    });
    expect(kept.parse({ name: "A" })).toEqual({ name: "A" });
    expect(kept.safeParse({ customFields: { size: 5 } }).data).toEqual({ customFields: { size: 5 } });
    expect(kept.safeParse({ customFields: { level: "" } }).success).toBe(false);

    const free = createClientRules({
      needs: "none",
      customFields: customFieldsRules(fields, { required: "no" }),
    });
    expect(problems(free, { name: "A", customFields: { level: null } })).toEqual([]);
  });

  it.each(["toString", "constructor", "size' or 1=1 --", ""])("refuse what is none of them: %s", (key) => {
    const rules = createClientRules({
      needs: "none",
      customFields: customFieldsRules(fields, { required: "no" }),
    });
    const input = JSON.parse(`{"name":"A","customFields":{${JSON.stringify(key)}:"x"}}`);
    expect(problems(rules, input)).toEqual([`customFields.${key} errors.unknownCustomField`]);
  });

  it("are refused where the business has none", () => {
    expect(problems(createClientRules({ needs: "none" }), { name: "A" })).toEqual([]);
    expect(problems(createClientRules({ needs: "none" }), { name: "A", customFields: { level: "x" } })).toEqual([
      "customFields errors.unknownCustomField",
    ]);
  });
});

describe("a definition", () => {
  it("names each option once, accents and case ignored [F123]", () => {
    const { error } = customFieldRules.safeParse({ label: "L", type: "SELECT", options: ["Sí", "no", "SI"] });
    expect(error && problemsOf(error)).toMatchObject([{ path: "options.2", key: "errors.optionExists" }]);
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf"])(
    "under the key %s leaves out what is not given [F123]",
    (key) => {
      for (const required of ["no", "kept", "given"] as const) {
        const rules = customFieldsRules([{ key, type: "TEXT", options: [], required: false }], { required });
        expect(rules.parse({})).toEqual({});
        expect(rules.parse({ [key]: "x" })).toEqual({ [key]: "x" });
        expect(rules.parse(undefined) ?? {}).toEqual({});
      }
    },
  );

  it.each(["Constructor", "Prototype"])("makes no key of %s that JavaScript has already", (label) => {
    expect(keyOfLabel(label)).toBe(`${label.toLowerCase()}_1`);
  });

  it.each(["constructor", "1a", "a-b", "a b", "a'b"])("cannot have the key %s", (key) => {
    expect(customFieldRules.safeParse({ key, label: "L", type: "TEXT" }).success).toBe(false);
  });

  it.each([
    ["Fecha de alta", "fecha_de_alta"],
    ["¿Año? (2º)", "ano_2"],
    ["2ª dirección", "direccion"],
    ["客户", "field"],
  ])("makes the key of %s: %s", (label, key) => {
    expect(keyOfLabel(label)).toBe(key);
  });
});
