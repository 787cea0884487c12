// How something starts the server, found by starting it: loaded with `node --import` this makes the server only write down
// how it was started.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const into = new URL(import.meta.url).searchParams.get("into");
if (into && process.argv[1]?.endsWith("/server/dist/main.js")) {
  const { argv, execArgv, env } = process;
  appendFileSync(into, `${JSON.stringify({ program: [...execArgv, argv[1]], env })}\n`);
  process.exit(0);
}

/**
 * Lets `start` start the server from an environment that says NODE_ENV=test.
 * @param {() => Promise<unknown>} start may fail, as what waits for a server does
 * @returns {Promise<{ program: string[], settings: Record<string, string> }>} what Node was given, and which variables are
 * not what they are in this process
 * @throws Error when not exactly one server was started
 */
export async function howStarted(start) {
  const folder = mkdtempSync(join(tmpdir(), "clientela-probe-"));
  const before = { NODE_ENV: process.env.NODE_ENV, NODE_OPTIONS: process.env.NODE_OPTIONS };
  const probe = new URL(import.meta.url);
  probe.search = `?into=${encodeURIComponent(join(folder, "starts"))}`;
  const during = { NODE_ENV: "test", NODE_OPTIONS: `${before.NODE_OPTIONS ?? ""} --import=${probe.href}` };
  Object.assign(process.env, during);
  try {
    await start().catch(() => undefined);
    const [{ program, env }, ...others] = readFileSync(join(folder, "starts"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    if (others.length > 0) throw new Error(`${others.length + 1} servers were started`);
    const settings = Object.entries(env).filter(([name, value]) => process.env[name] !== value);
    return { program, settings: Object.fromEntries(settings) };
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true });
  }
}
