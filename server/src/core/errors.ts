import type { TextName } from "@clientela/shared/textNames";
import type { FieldProblem, TextKey } from "@clientela/shared/validation";
import { problemsOf } from "@clientela/shared/validation";
import { GraphQLError } from "graphql";
import type { z } from "zod";

export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "DUPLICATE_CLIENT"
  | "CONFLICT"
  | "ILLEGAL_STATE"
  | "RATE_LIMITED"
  | "STORAGE_FULL";

/** An error a person can do something about. Its text is a key of the locales, told in the reader's language on the way out. */
export class AppError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly text: TextKey,
    readonly fields: FieldProblem[] = [],
    readonly details: Record<string, unknown> = {},
  ) {
    super(text.key, { extensions: { code } });
  }
}

export const unauthenticated = () => new AppError("UNAUTHENTICATED", { key: "errors.unauthenticated" });
export const forbidden = (key: TextName = "errors.forbidden") => new AppError("FORBIDDEN", { key });
/** The same answer for what does not exist and for what the viewer may not see. */
export const notFound = () => new AppError("NOT_FOUND", { key: "errors.notFound" });
export const illegalState = (key: TextName, details?: Record<string, unknown>) =>
  new AppError("ILLEGAL_STATE", { key }, [], details);
export const badInput = (...fields: FieldProblem[]) =>
  new AppError("BAD_USER_INPUT", { key: "errors.badInput" }, fields);

/**
 * Input as its rules in `shared` make it.
 * @throws BAD_USER_INPUT with one entry per field that breaks a rule.
 */
export function parseInput<T extends z.ZodType>(rules: T, input: unknown): z.output<T> {
  const parsed = rules.safeParse(input);
  if (parsed.success) return parsed.data;
  throw badInput(...problemsOf(parsed.error));
}

/** PostgreSQL's name of the constraint that a failed write broke (unique and foreign key violations), or undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code?.startsWith("23") ? constraint : undefined;
}

/** For `catch` after a write: tells a broken constraint at the field it belongs to. */
export const taken =
  (fields: Readonly<Record<string, FieldProblem>>) =>
  (error: unknown): never => {
    const field = fields[brokenConstraint(error) ?? ""];
    throw field ? badInput(field) : error;
  };

/** The codes of a full disk: of files, and PostgreSQL's `disk_full`. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG", "53100"]);

/** Whether something failed because a disk is full: only the server's operator can mend that. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return FULL.has(String((error as { code?: unknown }).code)) || isStorageFull(error.cause);
}
