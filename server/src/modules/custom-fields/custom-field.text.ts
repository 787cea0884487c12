import type { ValueType } from "@clientela/shared/clients/fieldTexts";
import { type CustomFieldType, hasOptions } from "@clientela/shared/custom-fields/types";
import type { Context } from "../../context.ts";
import { type CustomFieldRow, customFieldsOf } from "./custom-field.references.ts";
import { optionOfValue } from "./option.values.ts";

/** A field that a difference of the ledger names, and how its values are told. */
export interface ToldField {
  key: string;
  label: string;
  type: ValueType;
  sensitive: boolean;
  told(value: unknown): string | null;
}

const PREFIX = "custom.";

/** The custom field of a column of a difference, `custom.<key>`; also a deleted one, undefined for other columns. */
export function customFieldOfColumn(column: string, { core, translate }: Context): ToldField | undefined {
  if (!column.startsWith(PREFIX)) return undefined;
  const field = customFieldsOf(core).byKey(column.slice(PREFIX.length));
  return (
    field && {
      key: `customFields.${field.key}`,
      label: field.label,
      type: field.type.toLowerCase() as Lowercase<CustomFieldType>,
      sensitive: field.contact,
      told: (value) => (value === null || value === undefined ? null : textOf(field, value, translate)),
    }
  );
}

function textOf({ type, stored }: CustomFieldRow, value: unknown, translate: Context["translate"]): string {
  if (type === "BOOLEAN") return translate(value === true ? "customFields.yes" : "customFields.no");
  // An option that was taken away is still told by its name.
  const named = (one: unknown) =>
    hasOptions(type) ? (optionOfValue({ stored }, String(one)) ?? String(one)) : String(one);
  return Array.isArray(value) ? value.map(named).join(", ") : named(value);
}
