/** The types of custom fields. */
export const customFieldTypes = [
  "TEXT",
  "LONG_TEXT",
  "NUMBER",
  "DATE",
  "BOOLEAN",
  "SELECT",
  "MULTI_SELECT",
  "URL",
  "EMAIL",
  "PHONE",
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

/** Whether a field's values are contact data, which may be hidden from agents [F209]. */
export const isContactType = (type: CustomFieldType): boolean => type === "EMAIL" || type === "PHONE";
export const hasOptions = (type: CustomFieldType): boolean => type === "SELECT" || type === "MULTI_SELECT";

/** What a custom field may hold; see `valueRules` for the form of each type. */
export type CustomValue = string | number | boolean | string[];

/** What the rules of a value need to know of its field. */
export interface CustomFieldDefinition {
  key: string;
  type: CustomFieldType;
  options: readonly string[];
  required: boolean;
}
