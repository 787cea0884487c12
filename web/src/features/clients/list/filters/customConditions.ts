import type { CustomFieldCondition, CustomFieldType, FieldOperator } from "../../../../generated/schema.ts";

/** How each type of field compares, the usual way first; the API knows more that no person asks for. */
export const operatorsOf: Record<CustomFieldType, readonly FieldOperator[]> = {
  TEXT: ["CONTAINS", "EQ", "NEQ", "IS_SET", "IS_NOT_SET"],
  LONG_TEXT: ["CONTAINS", "IS_SET", "IS_NOT_SET"],
  URL: ["CONTAINS", "EQ", "NEQ", "IS_SET", "IS_NOT_SET"],
  EMAIL: ["CONTAINS", "EQ", "NEQ", "IS_SET", "IS_NOT_SET"],
  PHONE: ["CONTAINS", "EQ", "NEQ", "IS_SET", "IS_NOT_SET"],
  NUMBER: ["EQ", "NEQ", "GT", "GTE", "LT", "LTE", "IS_SET", "IS_NOT_SET"],
  DATE: ["EQ", "GT", "GTE", "LT", "LTE", "IS_SET", "IS_NOT_SET"],
  BOOLEAN: ["EQ", "IS_SET", "IS_NOT_SET"],
  SELECT: ["IN", "NEQ", "IS_SET", "IS_NOT_SET"],
  MULTI_SELECT: ["IN", "CONTAINS", "IS_SET", "IS_NOT_SET"],
};

const operators = new Set<string>(Object.values(operatorsOf).flat());

/** Whether an operator compares with a value. */
export const hasValue = (operator: FieldOperator): boolean => operator !== "IS_SET" && operator !== "IS_NOT_SET";

/** Writes a condition for a URL: `level:IN:["Gold"]`, `level:IS_SET`. */
export const writeCondition = ({ key, operator, value }: CustomFieldCondition): string =>
  hasValue(operator) ? `${key}:${operator}:${JSON.stringify(value)}` : `${key}:${operator}`;

/** The opposite of {@link writeCondition}; what is not understood is left out. */
export const readConditions = (texts: readonly string[]): CustomFieldCondition[] => texts.flatMap(readCondition);

function readCondition(text: string): CustomFieldCondition[] {
  const [, key, name, json] = /^([A-Za-z]\w*):([A-Z_]+)(?::(.*))?$/s.exec(text) ?? [];
  if (!key || !name || !operators.has(name)) return [];
  const operator = name as FieldOperator;
  if (!hasValue(operator)) return [{ key, operator }];
  try {
    const value = JSON.parse(json ?? "") as unknown;
    return isComparable(value) ? [{ key, operator, value }] : [];
  } catch {
    return [];
  }
}

/** One plain value, or several texts. */
const isComparable = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((each) => typeof each === "string")
    : typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
