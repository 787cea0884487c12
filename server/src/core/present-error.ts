import { randomBytes } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { AppError, isStorageFull } from "./errors.ts";
import type { Translate } from "./text.ts";

/** Codes that Apollo Server and graphql-js give to requests that never ran. Their messages speak of the query, not of us. */
const requestErrors = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/**
 * An error as it leaves the server: its text in the reader's language, its code and its fields. An unexpected one shows
 * a reference only; the log has it beside the error itself.
 */
export function presentError(
  error: unknown,
  formatted: GraphQLFormattedError,
  translate: Translate,
  log: Pick<Logger, "error">,
): GraphQLFormattedError {
  const original = originalOf(error);
  const place = { locations: formatted.locations, path: formatted.path };
  if (original instanceof AppError) {
    const fields = original.fields.map(({ path, key, params }) => ({ path, message: translate(key, params) }));
    return {
      ...place,
      message: translate(original.text.key, original.text.params),
      extensions: { code: original.code, ...(fields.length > 0 && { fields }), ...original.details },
    };
  }
  const code = String(formatted.extensions?.code ?? "");
  // Over a socket graphql-js gives no code; an error of the whole request has no path.
  if (original instanceof GraphQLError && (requestErrors.has(code) || (code === "" && !formatted.path))) {
    const field = / at "(?:\w+\.)?([^"]+)"; (.*)$/s.exec(formatted.message);
    const fields = field
      ? [{ path: (field[1] ?? "").replace(/\[(\d+)\]/g, ".$1"), message: field[2] }]
      : formatted.extensions?.fields;
    return {
      ...place,
      message: formatted.message,
      extensions: { code: code || "BAD_REQUEST", ...(fields !== undefined && { fields }) },
    };
  }
  const reference = randomBytes(5).toString("hex");
  log.error({ err: original, reference, path: formatted.path }, "unexpected error");
  const full = isStorageFull(original);
  return {
    ...place,
    message: translate(full ? "errors.storageFull" : "errors.internal", { reference }),
    extensions: { code: full ? "STORAGE_FULL" : "INTERNAL", reference },
  };
}

function originalOf(error: unknown): unknown {
  let original = error;
  while (original instanceof GraphQLError && !(original instanceof AppError) && original.originalError)
    original = original.originalError;
  return original;
}
