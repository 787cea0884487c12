import type { CustomFieldType } from "@clientela/shared/custom-fields/types";
import { valueRules } from "@clientela/shared/custom-fields/values";
import { foldText } from "@clientela/shared/normalize/fold";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import { anywhere } from "../../core/read/words.ts";
import type { FieldOperator } from "./custom-field.types.ts";

const MAX_LIST = 100;
const DAY_MS = 86_400_000;
const ranges: readonly FieldOperator[] = ["GT", "GTE", "LT", "LTE"];

/** Whether a condition's value can be compared with values of a type. */
export const fits = (type: CustomFieldType, operator: FieldOperator, value: unknown): boolean =>
  operator === "IS_SET" || operator === "IS_NOT_SET" || operandOf(type, operator, value) !== undefined;

/**
 * A condition's value in the form in which the database compares it: as it would be stored, or a list of these for IN.
 * CONTAINS gets a LIKE pattern, a range a number (a day: days since 1970). Undefined if the value does not fit.
 */
export function operandOf(type: CustomFieldType, operator: FieldOperator, value: unknown): unknown {
  if (operator === "IN") {
    if (!Array.isArray(value) || value.length === 0 || value.length > MAX_LIST) return undefined;
    const all = value.map((one) => stored(type, one));
    return all.includes(undefined) ? undefined : all;
  }
  if (operator === "CONTAINS" && type !== "MULTI_SELECT") return pattern(type, value);
  const one = stored(type, value);
  return ranges.includes(operator) && type === "DATE" && one !== undefined ? Date.parse(String(one)) / DAY_MS : one;
}

function stored(type: CustomFieldType, value: unknown): unknown {
  if (type === "MULTI_SELECT") {
    const options = (Array.isArray(value) ? value.slice(0, MAX_LIST + 1) : [value]).map((one) => stored("SELECT", one));
    return options.length > MAX_LIST || options.length === 0 || options.includes(undefined) ? undefined : options;
  }
  // A deleted option is no mistake of a saved filter: no client has it.
  const parsed = valueRules({ type: type === "SELECT" ? "TEXT" : type, options: [] }).safeParse(value);
  if (!parsed.success || parsed.data === null) return undefined;
  return type === "PHONE" ? normalizePhone(String(parsed.data)) : parsed.data;
}

function pattern(type: CustomFieldType, value: unknown): string | undefined {
  const parsed = valueRules({ type: "TEXT", options: [] }).safeParse(value);
  if (!parsed.success || parsed.data === null) return undefined;
  const text = type === "PHONE" ? String(parsed.data).replace(/[^\d+]/g, "") : foldText(String(parsed.data));
  return text === "" ? undefined : anywhere(text);
}
