import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type DestinationStream, pino } from "pino";
import { expect, vi } from "vitest";
import { createApp } from "../src/app.ts";
import type { Core } from "../src/context.ts";
import type { Env } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { Caller } from "./caller.ts";
import { createTestDatabase } from "./database.ts";

const OWN = "clientela test";
export const PASSWORD = "correct horse battery";

/** One server process on a database. */
export interface Api {
  url: string;
  databaseUrl: string;
  /** Where its files are. */
  dataDir: string;
  core: Core;
  pool: pg.Pool;
  anonymous: Caller;
  setUpLink(): Promise<string | null>;
  signIn(email: string, password?: string): Promise<Caller>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  /** Another process' database; absent: one of its own. */
  on?: Pick<Api, "databaseUrl">;
  /** Absent: where it listens. */
  publicUrl?: string;
  env?: Partial<Env>;
  /** Where the log goes; absent: nowhere. */
  log?: DestinationStream;
}

const baseEnv: Env = {
  port: 0,
  host: "127.0.0.1",
  dataDir: "",
  databaseUrl: undefined,
  connections: 24,
  publicUrl: undefined,
  owner: undefined,
  smtp: undefined,
  logLevel: "info",
  maxFileMegabytes: 1,
  s3: undefined,
  trustProxy: 0,
  demo: false,
};

/** Starts the application as the server does, on a free port and an empty, migrated database. */
export async function startApi({ on, publicUrl, env, log }: ApiOptions = {}): Promise<Api> {
  const database = on ? undefined : await createTestDatabase();
  const databaseUrl = on?.databaseUrl ?? (database?.url as string);
  const dataDir = await mkdtemp(join(tmpdir(), "clientela-test-"));
  const http = createServer();
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const app = await createApp({
    env: { ...baseEnv, dataDir, ...env },
    databaseUrl,
    publicUrl: publicUrl ?? url,
    log: log ? createLog("trace", log) : pino({ level: "silent" }),
    http,
  });
  http.on("request", app.handler);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: OWN });
  pool.on("error", () => undefined);
  const anonymous = new Caller(url);
  return {
    url,
    databaseUrl,
    dataDir,
    core: app.core,
    pool,
    anonymous,
    setUpLink: () => app.setUpLink(),
    async signIn(email, password = PASSWORD) {
      const { headers, text } = await anonymous.gql(
        `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }`,
        { email, password },
      );
      const cookie = cookieOf(headers);
      if (!cookie) throw new Error(`Not signed in: ${text}`);
      return new Caller(url, { cookie });
    },
    async stop() {
      await app.stop();
      http.closeAllConnections();
      http.close();
      if (database) await othersGone(pool);
      await pool.end();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A pool that has ended may still be closing its connections; a database dropped under them would end them with an error. */
async function othersGone(pool: pg.Pool): Promise<void> {
  const others =
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> $1";
  await vi.waitFor(async () => expect((await pool.query(others, [OWN])).rowCount).toBe(0), {
    timeout: 5000,
    interval: 20,
  });
}

/** The cookie that an answer sets, as a browser sends it back; undefined when it sets none. */
export function cookieOf(headers: IncomingMessage["headers"]): string | undefined {
  return headers["set-cookie"]?.[0]?.split(";")[0];
}
