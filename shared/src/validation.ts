import { z } from "zod";
import { normalizeEmail } from "./normalize/email.ts";

/** A text of `locales/`, with its parameters: how a rule says what is wrong before anyone knows the reader's language. */
export interface TextKey {
  key: string;
  params?: Record<string, string | number>;
}

/** What is wrong with one field; `path` is dotted: `addresses.0.country`. */
export interface FieldProblem extends TextKey {
  path: string;
}

/** The text of a zod issue. A rule with a meaning of its own names its text as the issue's message: `errors.checkDigit`. */
export function textOfIssue(issue: z.core.$ZodIssue): TextKey {
  if (issue.code === "custom" || issue.message.startsWith("errors.")) {
    return { key: issue.message, params: (issue as { params?: Record<string, string | number> }).params };
  }
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? { key: "errors.required" }
        : {
            key: issue.origin === "string" ? "errors.tooShort" : "errors.tooSmall",
            params: { min: Number(issue.minimum) },
          };
    case "too_big":
      return {
        key: issue.origin === "string" ? "errors.tooLong" : "errors.tooBig",
        params: { max: Number(issue.maximum) },
      };
    case "invalid_type":
      return { key: issue.input === undefined || issue.input === null ? "errors.required" : "errors.invalid" };
    case "invalid_format":
      return { key: `errors.format.${issue.format}` };
    default:
      return { key: "errors.invalid" };
  }
}

/** The problems of a failed parse, one per field and rule. */
export const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join("."), ...textOfIssue(issue) }));

/** Optional text: trimmed, at most `max` characters; empty text and null both mean "none". */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => (value === "" ? null : value));

/** Required text: trimmed, 1 to `max` characters. */
export const requiredText = (max: number) => z.string().trim().min(1).max(max);

/** An optional e-mail address as it is stored; empty text and null both mean "none". */
export const optionalEmail = z
  .string()
  .trim()
  .max(254)
  .transform((value) => value || null)
  .nullable()
  .pipe(z.email().transform(normalizeEmail).nullable());

/** An optional web address, with https:// where no scheme was typed; empty text and null both mean "none". */
export const optionalUrl = z
  .string()
  .trim()
  .max(500)
  .transform((value) => (value && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? `https://${value}` : value || null))
  .nullable()
  .pipe(z.url({ protocol: /^https?$/ }).nullable());

/** A country by its ISO 3166-1 alpha-2 code; empty text and null both mean "none". */
export const optionalCountry = z
  .string()
  .trim()
  .toUpperCase()
  .transform((value) => value || null)
  .nullable()
  .pipe(
    z
      .string()
      .regex(/^[A-Z]{2}$/, "errors.format.country")
      .nullable(),
  );
