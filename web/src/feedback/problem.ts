import i18next from "i18next";
import { codeOf, isUnreachable, refusalsOf } from "../apollo/errors.ts";
import { toast } from "./toast.ts";

/** What the server says about one field of an input; `path` is dotted. */
export interface ServerProblem {
  path: string;
  message: string;
}

/** The fields a BAD_USER_INPUT names, or none. */
export function problemsOfFields(error: unknown): ServerProblem[] {
  if (codeOf(error) !== "BAD_USER_INPUT") return [];
  return (refusalsOf(error) ?? []).flatMap((each) => (each.extensions?.fields as ServerProblem[] | undefined) ?? []);
}

/** The person went back to editing instead of choosing; what was typed is still theirs to keep. */
export class ConflictLeft extends Error {}

/** A failure in the person's words: the server's own where it answered, else that it could not be reached. */
export function textOfProblem(error: unknown): string {
  if (error instanceof ConflictLeft) return i18next.t("errors.conflict");
  const [field] = problemsOfFields(error);
  const text = field?.message ?? refusalsOf(error)?.[0]?.message;
  if (text) return text;
  return isUnreachable(error) ? i18next.t("problem.unreachable") : i18next.t("problem.unknown");
}

/** Shows a failed action as a toast that stays, with a way to try again where there is one. */
export function toastProblem(error: unknown, retry?: () => void): void {
  toast(textOfProblem(error), {
    severity: "error",
    ...(retry && { action: { label: i18next.t("common.retry"), run: retry } }),
  });
}
