import type { CustomFieldType } from "../custom-fields/types.ts";
import { formatsOf } from "../formats.ts";
import { newsletterStatuses } from "../lists/words.ts";
import { countryName, languageName } from "../names.ts";
import { type ClientField, type ClientFieldKey, clientFields } from "./fields.ts";
import { clientKinds, clientStatuses } from "./words.ts";

/** Kinds of registration of a Panamanian RUC [F18]. */
export const rucTypes = ["NATURAL", "JURIDICAL"] as const;
export const genders = ["FEMALE", "MALE", "OTHER"] as const;
const namedTaxIds = ["PA", "ES", "IT", "MX", "AR", "CL", "CO", "PE"] as const;

/** A field's key as its label has it in the locales: dots as underscores. */
type LabelKey<Key extends string> = Key extends `${infer Head}.${infer Rest}` ? `${Head}_${Rest}` : Key;

/** What kind of value a field holds, of the registry or of the business's own. */
export type ValueType = ClientField["type"] | Lowercase<CustomFieldType>;

/** The text key of a field's label; a tax number is called what the client's country calls it. */
export function labelKeyOf(key: ClientFieldKey, country?: string | null) {
  const named = key === "taxProfile.taxId" && namedTaxIds.find((code) => code === country);
  if (named) return `clients.taxIdOf.${named}` as const;
  return `clients.field.${key.replace(".", "_") as LabelKey<ClientFieldKey>}` as const;
}

/** The text key of a value with its own word (a status, a kind). Null for values that are shown as they are. */
export function wordKeyOf(key: ClientFieldKey, value: string) {
  if (key === "kind") return keyOf("clients.kind", clientKinds, value);
  if (key === "status") return keyOf("clients.status", clientStatuses, value);
  if (key === "newsletterStatus") return keyOf("clients.newsletterStatus", newsletterStatuses, value);
  if (key === "gender") return keyOf("clients.gender", genders, value);
  return key === "taxProfile.rucType" ? keyOf("clients.rucType", rucTypes, value) : null;
}

/** A value without a word of its own as a person reads it: a country by its name, a web address without https. */
export const plainValueOf = (key: ClientFieldKey, value: string, locale: string): string =>
  plainTextOf(clientFields[key].type, value, locale);

/**
 * A program's value as a person reads it in their locale. A text that does not fit the type stays as it is. Phones need
 * the plans of the world: see normalize/phone.
 */
export function plainTextOf(type: ValueType, value: string, locale: string): string {
  switch (type) {
    case "country":
      return countryName(value, locale);
    case "language":
      return languageName(value, locale);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatsOf(locale).longDay(value) : value;
    case "number":
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value) ? formatsOf(locale).number(value) : value;
    case "url":
      return value.replace(/^https?:\/\//, "").replace(/\/$/, "");
    default:
      return value;
  }
}

const keyOf = <Prefix extends string, Word extends string>(prefix: Prefix, words: readonly Word[], value: string) => {
  const word = words.find((each) => each === value);
  return word ? (`${prefix}.${word}` as const) : null;
};
