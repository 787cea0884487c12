import { z } from "zod";
import { manyLines, oneLine, withoutUnseen } from "../normalize/text.ts";
import { optionalEmail, optionalUrl } from "../validation.ts";
import type { CustomFieldDefinition, CustomValue } from "./types.ts";

/** JSON numbers are binary in most languages; 15 significant digits are what all of them keep. */
const MAX_DIGITS = 15;
const LIMIT = 1e15;

/** Zod itself does not tell a missing value from one of another type. */
const ofType = {
  error: ({ code, input }: { code: string; input?: unknown }) => {
    if (code !== "invalid_type" && code !== "invalid_union") return undefined;
    return input === undefined ? "errors.required" : "errors.invalid";
  },
};

/** PostgreSQL keeps neither NUL nor halves of a character. */
const isStorable = (text: string) => !text.includes("\0") && text.isWellFormed();
const text = (max: number, clean = oneLine) =>
  z
    .string(ofType)
    .overwrite(clean)
    .max(max)
    .refine(isStorable, "errors.invalid")
    .transform((value) => value || null)
    .nullable();

const number = z
  .union([z.number(), z.string().trim()], ofType)
  .nullable()
  .transform((value, context) => {
    if (value === null || value === "") return null;
    const written = String(value);
    const read = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    const problem = Number.isNaN(read)
      ? { message: "errors.format.number" }
      : Math.abs(read) >= LIMIT || significantDigits(written) > MAX_DIGITS
        ? { message: "errors.tooManyDigits", params: { max: MAX_DIGITS } }
        : undefined;
    if (problem) context.addIssue({ code: "custom", ...problem });
    // No negative zero: it is written as 0 and would be told as a change.
    return problem ? z.NEVER : read + 0;
  });

const significantDigits = (written: string) =>
  written
    .replace(/e.*$/i, "")
    .replace(/^\D*|[^\d.]/g, "")
    .replace(/^[0.]+/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(".", "").length;

const date = z
  .string(ofType)
  .trim()
  .transform((value) => value || null)
  .nullable()
  .pipe(
    z.iso
      .date()
      .refine((day) => day >= "0001", "errors.format.date")
      .nullable(),
  );

/**
 * What a value of a field must look like; empty means null. Numbers are JSON numbers of 15 significant digits at most;
 * decimal text is understood. Days are `2024-01-31`. A choice is one of the options; several stand in the order of the
 * definition.
 */
export function valueRules({
  type,
  options,
}: Pick<CustomFieldDefinition, "type" | "options">): z.ZodType<CustomValue | null> {
  switch (type) {
    case "TEXT":
      return text(500);
    case "LONG_TEXT":
      return text(10_000, manyLines);
    case "NUMBER":
      return number;
    case "DATE":
      return date;
    case "BOOLEAN":
      return z.boolean(ofType).nullable();
    case "URL":
      return text(500, withoutUnseen).pipe(optionalUrl);
    case "EMAIL":
      return text(254, withoutUnseen).pipe(optionalEmail);
    case "PHONE":
      return text(40, withoutUnseen);
    case "SELECT":
      return z
        .string(ofType)
        .transform((value) => (oneLine(value) === "" ? null : optionOf(value, options)))
        .nullable()
        .refine((value) => value === null || options.includes(value), "errors.unknownOption");
    case "MULTI_SELECT":
      return z
        .array(
          z.string(ofType).transform((value) => optionOf(value, options)),
          ofType,
        )
        .max(200)
        .nullable()
        .superRefine((values, context) => {
          const unknown = values?.findIndex((value) => !options.includes(value)) ?? -1;
          if (unknown >= 0) context.addIssue({ code: "custom", message: "errors.unknownOption", path: [unknown] });
        })
        .transform((values) => (values?.length ? options.filter((option) => values.includes(option)) : null));
  }
}

/** The option that was meant; one from before may hold what texts are cleaned of now. */
const optionOf = (value: string, options: readonly string[]): string =>
  options.find((option) => oneLine(option) === oneLine(value)) ?? value;
