import { z } from "zod";
import { foldText } from "../normalize/fold.ts";
import { isReservedKey } from "../records.ts";
import { requiredText } from "../validation.ts";
import { type CustomFieldDefinition, type CustomValue, customFieldTypes, hasOptions } from "./types.ts";
import { valueRules } from "./values.ts";

/** One option of a list: 1 to 100 characters. */
export const optionRules = requiredText(100);

const options = z
  .array(optionRules)
  .max(200)
  .superRefine((all, context) => {
    const known = new Set<string>();
    for (const [index, option] of all.entries()) {
      const folded = foldText(option);
      if (known.has(folded)) context.addIssue({ code: "custom", message: "errors.optionExists", path: [index] });
      known.add(folded);
    }
  });

/** What a field's definition must look like: options only where there is something to choose, each once [F123]. */
export const customFieldRules = z
  .object({
    key: z
      .string()
      .max(60)
      .regex(/^[A-Za-z][A-Za-z0-9_]*$/, "errors.format.fieldKey")
      .refine((key) => !isReservedKey(key), "errors.format.fieldKey")
      .nullish(),
    label: requiredText(80),
    type: z.enum(customFieldTypes),
    options: options.nullish(),
    required: z.boolean().nullish(),
    searchable: z.boolean().nullish(),
  })
  .superRefine((field, context) => {
    if (hasOptions(field.type) || !field.options?.length) return;
    context.addIssue({ code: "custom", message: "errors.optionsNotNeeded", path: ["options"] });
  });

/** A key made from a label: `Fecha de alta` → `fecha_de_alta`. */
export function keyOfLabel(label: string): string {
  const key = foldText(label.replace(/[ªº]/g, " "))
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 50);
  return isReservedKey(key) ? `${key}_1` : key || "field";
}

/** The custom values of one client as given: null clears, an absent key stays as it is. */
export type CustomValues = Record<string, CustomValue | null>;
/** Rules for the custom values of one client; none may be given. */
export type CustomFieldsRules = z.ZodType<CustomValues | undefined>;

/**
 * What the custom values of a client must look like, made from the definitions: for form, API and import alike.
 * @param required whether required fields may not be cleared, and of a new client may not be missing
 */
export function customFieldsRules(
  definitions: readonly CustomFieldDefinition[],
  { required }: { required: "no" | "kept" | "given" },
): CustomFieldsRules {
  const shape = definitions.map((field): [string, z.ZodType] => {
    const rules = valueRules(field);
    if (!field.required || required === "no") return [field.key, rules.optional()];
    const kept = rules.refine((value) => value !== null, "errors.required");
    return [field.key, required === "given" ? kept : kept.optional()];
  });
  const values = z
    .object(Object.fromEntries(shape), "errors.invalid")
    .catchall(z.custom<never>(() => false, "errors.unknownCustomField"));
  const given =
    required === "given" ? (input: unknown) => withoutPrototype(input === undefined ? {} : input) : withoutPrototype;
  return z.preprocess(given, required === "given" ? values : values.optional()) as unknown as CustomFieldsRules;
}

/** Zod reads a key that is absent from the prototype: a field may be called `constructor`. */
const withoutPrototype = (given: unknown): unknown =>
  typeof given === "object" && given !== null && !Array.isArray(given)
    ? Object.assign(Object.create(null), given)
    : given;
