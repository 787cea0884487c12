import { currentLanguage, localeOf } from "../i18n/i18n.ts";
import { connection } from "./connection.ts";
import type { Refusal } from "./errors.ts";

class RequestError extends Error {
  readonly errors: readonly Refusal[] | undefined;
  readonly statusCode: number;
  constructor(statusCode: number, errors: readonly Refusal[] | undefined) {
    super(errors?.[0]?.message ?? `The server answered ${statusCode}`);
    this.statusCode = statusCode;
    this.errors = errors;
  }
}

/**
 * Sends one operation without Apollo, for the pages before sign-in. They have nothing to cache, and Apollo's 60 kB of
 * code would delay typing a password.
 * @param query the text of a .graphql file (`?raw`); its operation `operationName` is sent.
 * @throws an error that `refusalsOf`, `codeOf` and `isUnreachable` read.
 */
export async function request<R, V extends object>(query: string, operationName: string, variables: V): Promise<R> {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": localeOf(currentLanguage()) },
      body: JSON.stringify({ query, operationName, variables }),
    });
  } catch (error) {
    connection.set("lost");
    throw error;
  }
  const answer = (await response.json().catch(() => ({}))) as { data?: R | null; errors?: Refusal[] };
  if (answer.errors || !answer.data) throw new RequestError(response.status, answer.errors);
  connection.set("ok");
  return answer.data;
}
