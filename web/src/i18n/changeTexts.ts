import { type ClientFieldKey, clientFieldOfColumn, clientFields } from "@clientela/shared/clients/fields";
import { labelKeyOf, plainTextOf, type ValueType } from "@clientela/shared/clients/fieldTexts";
import type { TextKey } from "@clientela/shared/validation";
import { textOfValue } from "./fieldValue.ts";
import { localeOf } from "./i18n.ts";

/** A field, and what it held before and after, as programs write it. */
export interface FieldChange {
  field: string;
  /** What the server calls it: a field that the business named itself is in no registry. */
  label: string;
  type: string;
  before?: string | null | undefined;
  after?: string | null | undefined;
}

interface Reader {
  language: string;
  textOf: (text: TextKey) => string;
  phone: (number: string) => string;
}

/** A changed field as a person reads it: words by the field registry, phones, numbers and days in their own form. */
export function changeTexts({ field, label, type, before, after }: FieldChange, { language, textOf, phone }: Reader) {
  const key = Object.hasOwn(clientFields, field) ? (field as ClientFieldKey) : clientFieldOfColumn(field);
  const text = (value: string | null | undefined) => {
    if (!value) return null;
    if (type === "phone") return phone(value);
    return key ? textOfValue(language, key, value) : plainTextOf(type as ValueType, value, localeOf(language));
  };
  return {
    field,
    label: key ? textOf({ key: labelKeyOf(key) }) : label,
    before: text(before),
    after: text(after),
    /** For tags and lists entries know removals and additions only, not the values that stayed. */
    partial: type === "tags" || type === "lists",
  };
}
