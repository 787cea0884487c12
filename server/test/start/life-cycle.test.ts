import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { cookieOf } from "../api.ts";
import { Caller } from "../caller.ts";
import { createTestDatabase } from "../database.ts";
import { startPooler } from "../pooler.ts";
import {
  copyDataDir,
  newDataDir,
  newMigratedDataDir,
  postgresPid,
  removeDataDir,
  ServerProcess,
} from "./server-process.ts";

// Whole servers start and stop here, often on a machine that is busy with the other tests.
const PATIENCE_MS = 60_000;
vi.setConfig({ testTimeout: 2 * PATIENCE_MS, hookTimeout: PATIENCE_MS });

const servers: ServerProcess[] = [];
const folders: string[] = [];
let migrated = "";

beforeAll(async () => {
  migrated = await newMigratedDataDir();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await Promise.all(folders.splice(0).map(removeDataDir));
});

afterAll(() => removeDataDir(migrated));

function keep(folder: string): string {
  folders.push(folder);
  return folder;
}

const newFolder = () => keep(copyDataDir(migrated));

function start(variables: Record<string, string>): ServerProcess {
  const server = new ServerProcess(variables);
  servers.push(server);
  return server;
}

/** On Linux a process that has ended but that nobody took notice of yet still has its number, and no command. */
function isRunning(pid: number): boolean {
  try {
    return (
      process.kill(pid, 0) && (process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "")
    );
  } catch {
    return false;
  }
}

const health = async (address: string) => {
  const response = await fetch(`${address}/healthz`);
  return { status: response.status, body: (await response.json()) as { status: string } };
};

test("serves, finishes what is in flight when told to stop, and leaves no PostgreSQL behind", async () => {
  const dataDir = keep(newDataDir());
  const server = start({ DATA_DIR: dataDir });
  const address = await server.ready();
  expect(await health(address)).toEqual({
    status: 200,
    body: { status: "open", news: { current: true, failing: [], failures: 0 }, jobs: { failing: 0, givenUp: 0 } },
  });
  const postgres = postgresPid(dataDir);

  const body = JSON.stringify({ query: "{ __typename }" });
  const headers = { "Content-Type": "application/json", "Content-Length": body.length };
  const inFlight = request(`${address}/graphql`, { method: "POST", headers });
  const answered = new Promise<string>((resolve, reject) => {
    inFlight.once("error", reject).once("response", async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve(text);
    });
  });
  inFlight.write(body.slice(0, 5));
  // The request is in flight once the server has read its head, which it does before it answers a later one.
  await health(address);
  server.child.kill("SIGTERM");
  await expect
    .poll(() => health(address), { timeout: PATIENCE_MS })
    .toMatchObject({ status: 503, body: { status: "stopping" } });
  inFlight.end(body.slice(5));
  expect(JSON.parse(await answered)).toMatchObject({ data: { __typename: "Query" } });
  expect(await server.ended).toBe(0);
  expect(isRunning(postgres)).toBe(false);
  await expect(fetch(address)).rejects.toThrow();
});

test("serves through a pooler that lends a connection for as long as it is wanted", async () => {
  const database = await createTestDatabase();
  const pooler = await startPooler(database.url, "session");
  try {
    const owner = { OWNER_EMAIL: "olga@example.com", OWNER_PASSWORD: "correct horse battery" };
    const server = start({ DATABASE_URL: pooler.url, ...owner });
    const { data } = await new Caller(await server.ready()).gql(
      "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
      { email: owner.OWNER_EMAIL, password: owner.OWNER_PASSWORD },
    );
    expect(data).toEqual({ signIn: { role: "OWNER" } });
    expect(await server.stop()).toBe(0);
  } finally {
    await pooler.stop();
    await database.drop();
  }
});

test("told to stop, it lets nobody wait for long work, which goes on in the next process [F78]", async () => {
  const database = await createTestDatabase();
  const owner = { OWNER_EMAIL: "olga@example.com", OWNER_PASSWORD: "correct horse battery" };
  const holder = new pg.Client(database.url);
  // Apart from the holder's transaction, which would see the activity of its beginning.
  const watcher = new pg.Client(database.url);
  try {
    const server = start({ DATABASE_URL: database.url, ...owner });
    const caller = new Caller(await server.ready());
    const { headers } = await caller.gql(
      "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }",
      { email: owner.OWNER_EMAIL, password: owner.OWNER_PASSWORD },
    );
    await Promise.all([holder.connect(), watcher.connect()]);
    await holder.query("insert into client (name) select 'Many ' || n from generate_series(1, 501) n");
    await holder.query("begin; select id from client order by id desc limit 1 for update");
    const waiting = caller.with({ cookie: cookieOf(headers) ?? "" }).gql<{ setClientsStatus: object }>(
      `mutation { setClientsStatus(selection: { filter: { search: "Many" } }, status: CLIENT) {
        matched operation { id status } } }`,
    );
    const { rows } = await holder.query<{ pid: number }>("select pg_backend_pid() as pid");
    const blocked = `select from pg_stat_activity where ${rows[0]?.pid} = any(pg_blocking_pids(pid))`;
    await expect.poll(async () => (await watcher.query(blocked)).rowCount, { timeout: PATIENCE_MS }).toBe(1);
    const stopped = server.stop("SIGTERM");
    const { data } = await waiting;
    expect(data?.setClientsStatus).toMatchObject({ matched: 501, operation: { status: "RUNNING" } });
    await holder.query("rollback");
    await stopped;

    await start({ DATABASE_URL: database.url }).ready();
    const status = "select status, changed from operation";
    await expect
      .poll(async () => (await watcher.query(status)).rows, { timeout: PATIENCE_MS })
      .toEqual([{ status: "DONE", changed: 501 }]);
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await database.drop();
  }
});

test("answers 503 from the first moment until it can serve", async () => {
  const port = 20_000 + (process.pid % 10_000);
  const server = start({ DATA_DIR: newFolder(), PORT: String(port) });
  const seen = new Set<string>();
  let serving = false;
  const address = server.ready().finally(() => {
    serving = true;
  });
  while (!serving) {
    const answer = await health(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (answer) seen.add(`${answer.status} ${answer.body.status}`);
    await sleep(20);
  }
  expect(await health(await address)).toMatchObject({ status: 200 });
  expect([...seen]).toContain("503 starting");
});

test("recovers after kill -9 of the server and of PostgreSQL, and takes over the one that a killed server left running", async () => {
  const dataDir = newFolder();
  const first = start({ DATA_DIR: dataDir });
  await first.ready();
  const killed = postgresPid(dataDir);
  process.kill(killed, "SIGKILL");
  await first.stop("SIGKILL");
  await expect.poll(() => isRunning(killed), { timeout: PATIENCE_MS }).toBe(false);
  const second = start({ DATA_DIR: dataDir });
  await second.ready();
  const left = postgresPid(dataDir);
  await second.stop("SIGKILL");
  const third = start({ DATA_DIR: dataDir });
  await third.ready();
  expect(postgresPid(dataDir)).toBe(left);
  expect(await third.stop()).toBe(0);
  expect(isRunning(left)).toBe(false);
});

test("refuses a second server on the same data, lets one run on other data, and waits for one that is stopping", async () => {
  const dataDir = newFolder();
  const first = start({ DATA_DIR: dataDir });
  const address = await first.ready();
  const second = start({ DATA_DIR: dataDir });
  const other = start({ DATA_DIR: newFolder() });
  expect(await second.ended).toBe(1);
  expect(second.stderr).toBe(
    `Clientela cannot start. Another Clientela (process ${first.child.pid}) runs on ${dataDir}: ` +
      "stop it, or set DATA_DIR to another folder.\n",
  );
  expect(await health(await other.ready())).toMatchObject({ status: 200 });
  expect(await health(address)).toMatchObject({ status: 200 });
  first.child.kill("SIGTERM");
  const next = start({ DATA_DIR: dataDir, PORT: new URL(address).port });
  expect(await next.ready()).toBe(address);
});

test("stops when whoever started it is gone", async () => {
  const dataDir = newFolder();
  const server = start({ DATA_DIR: dataDir });
  await server.ready();
  const postgres = postgresPid(dataDir);
  server.child.disconnect();
  expect(await server.ended).toBe(0);
  expect(isRunning(postgres)).toBe(false);
});

test("stops while it is still starting", async () => {
  const dataDir = newFolder();
  const server = start({ DATA_DIR: dataDir });
  await expect.poll(() => server.stdout, { timeout: PATIENCE_MS }).toContain("Starting PostgreSQL");
  expect(await server.stop("SIGINT")).toBe(0);
  expect(() => postgresPid(dataDir)).toThrow("ENOENT");
});

test("stops while it waits for a disk that does not answer", async () => {
  const dataDir = keep(newDataDir());
  // Whoever opens it to read waits for somebody who writes.
  execFileSync("mkfifo", [join(dataDir, "postgres-password")]);
  const server = start({ DATA_DIR: dataDir });
  await expect.poll(() => server.stdout, { timeout: PATIENCE_MS }).toContain("Starting PostgreSQL");
  await server.stop();
  expect(server.stdout).toContain("Stopping…");
});

test("runs in a folder whose name has spaces and accents, and cuts connections that stay open without asking anything", async () => {
  const dataDir = join(keep(newDataDir()), "datos de la peña");
  execFileSync("cp", ["-a", migrated, dataDir]);
  const server = start({ DATA_DIR: dataDir });
  const address = await server.ready();
  expect(await health(address)).toMatchObject({ status: 200 });
  const idle = connect(Number(new URL(address).port), "127.0.0.1");
  await new Promise((resolve) => idle.once("connect", resolve));
  expect(await server.stop()).toBe(0);
});
