import { DatabaseError } from "pg";
import { StartError } from "../../start-error.ts";
import { NOT_AS_SAID } from "./format.ts";

const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);
const REFUSED = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EISDIR"]);

/** What kept a backup or a restoration from its end, as a sentence; what we do not know stays what it is. */
export function explainFailure(error: unknown, what: string, signal: AbortSignal): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  if (signal.aborted) return new StartError(`${what} was stopped: nothing is left of it.`);
  if (code && FULL.has(code)) return new StartError(`${what} did not end: the disk is full. Nothing is left of it.`);
  if (code && REFUSED.has(code) && path) return new StartError(`${path} cannot be written (${code}).`);
  // Rows, columns or values that no table of ours takes.
  if (/^(22|23|42)/.test(code ?? "") && error instanceof DatabaseError) return new StartError(NOT_AS_SAID);
  if (/^(57P0|08|ECONN|EPIPE)/.test(code ?? "") || /Connection terminated/.test(error.message)) {
    return new StartError(`${what} did not end: the database went away. Nothing is left of it.`);
  }
  return error;
}
