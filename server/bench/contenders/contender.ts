import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "../../../scripts/build.mjs";
import { serverProgram, trialEnvironment } from "../../../scripts/product.mjs";
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

/** The server that `npm start` starts, built from the present source. */
export async function startOurs(databaseUrl: string, keys: Record<Viewer, string>): Promise<Contender> {
  await build("server", console.log);
  const env = trialEnvironment({ DATABASE_URL: databaseUrl, PORT: "0" });
  const { origin, ...child } = await start(serverProgram().args, env, /^Clientela: (\S+)$/m);
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
  const env = trialEnvironment({ DATABASE_URL: databaseUrl, PGAPPNAME: application });
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
  const env = trialEnvironment({
    DATABASE_URL: databaseUrl,
    PGAPPNAME: application,
    GRAPHILE_ENV: "production",
  });
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

async function start(args: string[], env: NodeJS.ProcessEnv, ready: RegExp) {
  const child = spawn(process.execPath, args, {
    env,
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
