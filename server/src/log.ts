import { styleText } from "node:util";
import { type DestinationStream, type Logger, pino } from "pino";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const SECRETS = ["authorization", "cookie", "password", "token", "secret", "currentPassword", "newPassword"];
const PERSONAL = ["email", "phone", "name", "query", "variables", "body"];
const BLANKED = new Set([...SECRETS, ...PERSONAL]);
const BLANKED_DEPTH = 2;

/**
 * The server's log on stderr: one JSON object per line, or a readable line in a terminal. Secrets and people's data are
 * blanked out two levels deep, and of an error only what cannot hold any is written.
 */
export function createLog(level: LogLevel, destination: DestinationStream = defaultDestination()): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      // Not pino's `redact`: for two levels of any name it takes longer than all else a request does for the log.
      formatters: { level: (label) => ({ level: label }), bindings: blankedOut, log: blankedOut },
    },
    destination,
  );
}

function blankedOut(given: Record<string, unknown>, depth = BLANKED_DEPTH): Record<string, unknown> {
  const inner = (value: unknown) => (depth > 0 && isPlain(value) ? blankedOut(value, depth - 1) : value);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, BLANKED.has(name) ? "…" : inner(value)]),
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Lines on stdout for the person who starts the server: progress and the address, apart from the log. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface DescribedError {
  type: string;
  message: string;
  stack: string[];
  code?: string;
  constraint?: string;
  cause?: DescribedError;
}

/** PostgreSQL's `detail` and the statement the ORM puts before the message carry values: neither is kept. */
function describeError(thrown: unknown): DescribedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: "not an Error", stack: [] };
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown };
  const fromDatabase = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: thrown.name,
    message: fromDatabase ? withoutValues(thrown.message) : thrown.message,
    stack: (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(thrown.cause instanceof Error && { cause: describeError(thrown.cause) }),
  };
}

/** What PostgreSQL says of the rule, without the row that broke it: the ORM puts the statement before and the row after. */
function withoutValues(message: string): string {
  const [said = ""] = message.split(/\n\s*- (?:detail|hint): /);
  return said.slice(said.lastIndexOf(" - ") + 1).replace(/: ".*"/s, ': "…"');
}

function defaultDestination(): DestinationStream {
  return process.stderr.isTTY
    ? { write: (line) => process.stderr.write(readable(line)) }
    : inOneWrite(pino.destination(2));
}

/** All lines of one turn of the event loop go out in one write: a write costs as much as a line. */
function inOneWrite(destination: DestinationStream): DestinationStream {
  let waiting = "";
  const flush = () => {
    if (waiting) destination.write(waiting);
    waiting = "";
  };
  process.on("exit", flush);
  return {
    write(line) {
      if (!waiting) setImmediate(flush);
      waiting += line;
    },
  };
}

function readable(line: string): string {
  const { level, time, msg, pid: _pid, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const colour = level === "info" ? "dim" : level === "warn" ? "yellow" : "red";
  const details = Object.keys(rest).length ? ` ${JSON.stringify(rest)}` : "";
  return `${styleText(colour, `${String(time).slice(11, 19)} ${level}`)} ${msg ?? ""}${styleText("dim", details)}\n`;
}
