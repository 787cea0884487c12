import { z } from "zod";
import { isEmail, normalizeEmail } from "./normalize/email.ts";
import { manyLines, oneLine, withoutUnseen } from "./normalize/text.ts";
import type { TextName } from "./textNames.ts";

/** A text of `locales/`, with its parameters: how a rule says what is wrong before anyone knows the reader's language. */
export interface TextKey {
  key: TextName;
  params?: Record<string, string | number>;
}

/** What is wrong with one field; `path` is dotted: `addresses.0.country`. */
export interface FieldProblem extends TextKey {
  path: string;
}

const formats: Record<string, TextName> = { url: "errors.format.url", date: "errors.format.date" };

/** The text of a zod issue. A rule with a meaning of its own names its text as the issue's message: `errors.endsBeforeStart`. */
export function textOfIssue(issue: z.core.$ZodIssue): TextKey {
  if (issue.code === "custom" || issue.message.startsWith("errors.")) {
    return { key: issue.message as TextName, params: (issue as { params?: Record<string, string | number> }).params };
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
      return { key: formats[issue.format] ?? "errors.invalid" };
    default:
      return { key: "errors.invalid" };
  }
}

/** The problems of a failed parse, one per field and rule. */
export const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join("."), ...textOfIssue(issue) }));

const noneIfEmpty = (value: string | null | undefined) => (value === "" ? null : value);

/** Optional text of one line, at most `max` characters; empty text and null both mean "none". */
export const optionalText = (max: number) => z.string().overwrite(oneLine).max(max).nullish().transform(noneIfEmpty);

/** Required text of one line: 1 to `max` characters, not all invisible. */
export const requiredText = (max: number) => z.string().overwrite(oneLine).min(1).max(max);

/** Optional text of many lines, at most `max` characters; empty text and null both mean "none". */
export const optionalLongText = (max: number) =>
  z.string().overwrite(manyLines).max(max).nullish().transform(noneIfEmpty);

/** A number as people write it, with words around it. */
export const optionalPhone = z.string().overwrite(withoutUnseen).max(40).nullish().transform(noneIfEmpty);

/** An e-mail address as it is stored. */
export const emailRules = z
  .string()
  .overwrite(withoutUnseen)
  .min(1, { abort: true })
  .max(254, { abort: true })
  .refine(isEmail, "errors.format.email")
  .transform(normalizeEmail);

/** An optional e-mail address as it is stored; empty text and null both mean "none". */
export const optionalEmail = z
  .string()
  .transform((value) => withoutUnseen(value) || null)
  .nullable()
  .pipe(emailRules.nullable());

/** An optional web address, with https:// where no scheme was typed; empty text and null both mean "none". */
export const optionalUrl = z
  .string()
  .overwrite(withoutUnseen)
  .max(500)
  .transform((value) => (value ? withScheme(value) : null))
  .nullable()
  .pipe(z.url({ protocol: /^https?$/ }).nullable());

function withScheme(typed: string): string {
  const hasPort = /^[^\s/\\:]*\.[^\s/\\:]*:\d/.test(typed);
  if (/^https?:/i.test(typed))
    return typed.replace(/^(https?):[\\/]*/i, (_, scheme: string) => `${scheme.toLowerCase()}://`);
  // Another scheme, or the path of a page on a site that nobody named, is left for the rule to refuse.
  if ((/^[a-z][a-z0-9+.-]*:/i.test(typed) && !hasPort) || /^[\\/](?![\\/])/.test(typed)) return typed;
  const address = typed.replace(/^[\\/]+/, "");
  // Without a scheme only a host with a dot says that it is one.
  return /^[^\s/\\?#@.]+\.[^\s/\\?#@]/.test(address) ? `https://${address}` : typed;
}

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
