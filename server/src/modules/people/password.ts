import { passwordRules } from "@clientela/shared/people/rules";
import { badInput } from "../../core/errors.ts";

/**
 * A password as its rules take it.
 * @throws BAD_USER_INPUT at the path
 */
export function parsePassword(path: string, password: string): string {
  const parsed = passwordRules.safeParse(password);
  if (!parsed.success)
    throw badInput({
      path,
      key: password.length < 10 ? "errors.tooShort" : "errors.tooLong",
      params: { min: 10, max: 200 },
    });
  return parsed.data;
}
