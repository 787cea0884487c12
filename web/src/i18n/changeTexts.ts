import { type ClientFieldKey, clientFieldOfColumn, clientFields } from "@clientela/shared/clients/fields";
import { labelKeyOf } from "@clientela/shared/clients/fieldTexts";
import type { CustomFieldType } from "@clientela/shared/custom-fields/types";
import { toldText } from "./customText.ts";
import { textOfValue } from "./fieldValue.ts";

const CUSTOM = "customFields.";

/** A field, and what it held before and after. */
export interface FieldChange {
  field: string;
  /** What the server calls it: a field that the business named itself is in no registry. */
  label: string;
  before?: string | null | undefined;
  after?: string | null | undefined;
}

/**
 * A changed field as a person reads it, by its entry in the field registry; one that is not in it as the server says it, for which `typeOf` knows
 * the types of custom fields.
 */
export function changeTexts(
  { field, label, before, after }: FieldChange,
  language: string,
  textOf: (text: { key: string }) => string,
  typeOf: (customField: string) => CustomFieldType | undefined = () => undefined,
) {
  const key = Object.hasOwn(clientFields, field) ? (field as ClientFieldKey) : clientFieldOfColumn(field);
  const type = field.startsWith(CUSTOM) ? typeOf(field.slice(CUSTOM.length)) : undefined;
  const text = (value: string | null | undefined) =>
    value ? (key ? textOfValue(language, key, value) : toldText(value, type, language)) : null;
  return { field, label: key ? textOf({ key: labelKeyOf(key) }) : label, before: text(before), after: text(after) };
}
