import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type DestinationStream, pino } from "pino";
import { createApp } from "../src/app.ts";
import type { Core } from "../src/context.ts";
import { type Env, readEnv } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { Caller } from "./caller.ts";
import { createTestDatabase, OWN, othersGone } from "./database.ts";

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

/** What is set otherwise than a start without any variables sets it. */
export const settings = { PORT: "0", MAX_FILE_MB: "1" };

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
    env: { ...readEnv({ ...settings, DATA_DIR: dataDir }, []), ...env },
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

/** The cookie that an answer sets, as a browser sends it back; undefined when it sets none. */
export function cookieOf(headers: IncomingMessage["headers"]): string | undefined {
  return headers["set-cookie"]?.[0]?.split(";")[0];
}
