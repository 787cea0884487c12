import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Question, Viewer } from "../questions.ts";

/** One of those measured: a process of its own that listens somewhere. */
export interface Contender {
  name: "ours" | "raw" | "peer";
  url: string;
  pid: number;
  /** How its sessions in PostgreSQL call themselves. */
  application: string;
  headers(viewer: Viewer): Record<string, string>;
  body(question: Question): string;
  stop(): Promise<void>;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The server as `npm start` runs it, built from the present source. */
export async function startOurs(databaseUrl: string, keys: Record<Viewer, string>): Promise<Contender> {
  await run("vite", ["build", "--logLevel", "error", "--outDir", "bench/.build", "--emptyOutDir"]);
  const env = { DATABASE_URL: databaseUrl, PORT: "0", NODE_ENV: "production" };
  const { origin, ...child } = await start(
    ["--enable-source-maps", file("../.build/main.js")],
    env,
    /^Clientela: (\S+)$/m,
  );
  return {
    name: "ours",
    url: `${origin.replace("localhost", "127.0.0.1")}/graphql`,
    headers: (viewer) => ({ authorization: `Bearer ${keys[viewer]}` }),
    body: ({ ours }) => JSON.stringify(ours),
    application: "clientela",
    ...child,
  };
}

export async function startRaw(databaseUrl: string): Promise<Contender> {
  const application = "bench-raw";
  const env = { DATABASE_URL: databaseUrl, PGAPPNAME: application, NODE_ENV: "production" };
  const { origin, ...child } = await start([file("raw.ts")], env, /^listening on (\S+)$/m);
  return {
    name: "raw",
    url: origin,
    headers: () => ({}),
    body: ({ raw }) => JSON.stringify(raw),
    application,
    ...child,
  };
}

export async function startPeer(databaseUrl: string): Promise<Contender> {
  const application = "bench-peer";
  const env = { DATABASE_URL: databaseUrl, PGAPPNAME: application, NODE_ENV: "production", GRAPHILE_ENV: "production" };
  const { origin, ...child } = await start([file("postgraphile.ts")], env, /^listening on (\S+)$/m);
  return {
    name: "peer",
    url: origin,
    headers: () => ({}),
    body: ({ peer }) => JSON.stringify(peer),
    application,
    ...child,
  };
}

async function start(args: string[], env: Record<string, string>, ready: RegExp) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const origin = await address(child, ready);
  // What it goes on to say (a log line per request) is read and dropped.
  for (const stream of [child.stdout, child.stderr]) stream?.removeAllListeners("data").resume();
  return {
    origin,
    pid: child.pid as number,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

function address(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const found = ready.exec(said)?.[1];
        if (found) resolve(found);
      });
    }
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { cwd: file("../.."), stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}
