import { plainValueOf } from "@clientela/shared/clients/fieldTexts";
import type { CustomFieldType } from "@clientela/shared/custom-fields/types";
import { localeOf } from "./i18n.ts";

/** A number with every digit it has, as it is read in the browser's variant of a language. */
export const numberText = (value: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 20 }).format(value);

/** What the server tells of a value of a custom field, as a person reads it: numbers and days come as programs write them. */
export function toldText(value: string, type: CustomFieldType | undefined, language: string): string {
  if (type === "NUMBER" && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value)) return numberText(Number(value), language);
  return type === "DATE" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? plainValueOf("birthDate", value, language) : value;
}
