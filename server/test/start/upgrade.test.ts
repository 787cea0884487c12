import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/database/migrate.ts";
import { meetRequirements } from "../../src/database/requirements.ts";
import { fillFirstSchema } from "../first-business.ts";
import { describeSchema, hashRows } from "../rows.ts";
import { runCommand } from "./command-process.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const server = fileURLToPath(new URL("../..", import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 20 };
const GATE = 4711;
const FIRST = migrations[0]?.name as string;
const ALL = migrations.map(({ name }) => name);

const made: string[] = [];
let admin: pg.Client;
/** The address of a business of the first released version, which is copied and never changed. */
let first: string;

beforeAll(async () => {
  admin = new pg.Client(inject("databaseServer"));
  await admin.connect();
  first = await newDatabase();
  await meetRequirements(first);
  await migrate(first, [FIRST]);
  await withClient(first, fillFirstSchema);
});
afterAll(async () => {
  for (const name of made) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

async function newDatabase(template?: string): Promise<string> {
  const name = `upgrade_${randomBytes(6).toString("hex")}`;
  await admin.query(`create database ${name} ${template ? `template ${nameOf(template)}` : ""}`);
  made.push(name);
  const url = new URL(inject("databaseServer"));
  url.pathname = `/${name}`;
  return url.href;
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const executed = async (client: pg.Client): Promise<string[]> =>
  (await client.query("select name from mikro_orm_migrations order by id")).rows.map(({ name }) => name);

/** Without what an upgrade makes anew: ids, and the moment it was made. */
const contacts = `select name, email, phone, client_id, is_primary, active, position, version from contact order by client_id, name`;

/** What is the same in two upgrades of one business: they were made at different times. */
const stateOf = async (client: pg.Client) => {
  const { reference_change: _, contact, ...rows } = await hashRows(client);
  const people = contact ? (await client.query(contacts)).rows : [];
  return { schema: await describeSchema(client), rows, people, migrations: await executed(client) };
};

test("every migration runs on a full business of the first version and leaves the schema of a new one", async () => {
  const url = await newDatabase(first);
  const fresh = await newDatabase();
  await meetRequirements(fresh);
  await Promise.all([migrate(url), migrate(fresh)]);
  const upgraded = await withClient(url, stateOf);
  expect(upgraded.migrations).toEqual(ALL);
  expect(upgraded.schema).toEqual((await withClient(fresh, stateOf)).schema);
  const clients = (client: pg.Client) => client.query("select count(*), count(phone) as phones from client");
  expect((await withClient(url, clients)).rows).toEqual((await withClient(first, clients)).rows);
});

test("an upgrade that is killed at any moment has changed nothing or all, and is done by the next start [Q20]", async () => {
  const before = await withClient(first, stateOf);
  const whole = await newDatabase(first);
  const steps = await withClient(whole, async (client) => {
    await watchSteps(client);
    await migrate(whole);
    return Number((await client.query("select last_value from watch.step")).rows[0].last_value);
  });
  const after = await withClient(whole, stateOf);
  expect(steps).toBeGreaterThan(100);
  for (const step of [1, Math.round(steps / 3), Math.round(steps / 2), Math.round((steps * 3) / 4), steps]) {
    const url = await newDatabase(first);
    await withClient(url, async (client) => {
      await watchSteps(client, step);
      await client.query("select pg_advisory_lock($1)", [GATE]);
      const child = upgrade(url);
      const ended = once(child, "exit");
      await vi.waitFor(async () => expect(await waiting(client)).toBe(1), PATIENCE);
      child.kill("SIGKILL");
      await ended;
      await client.query("select pg_advisory_unlock($1)", [GATE]);
      await vi.waitFor(async () => expect(await others(client)).toBe(0), PATIENCE);
      const found = await stateOf(client);
      expect(found).toEqual(found.migrations.length === 1 ? before : after);
    });
    await migrate(url);
    expect(await withClient(url, stateOf)).toEqual(after);
  }
});

test("a backup of an older version is restored and brought up to date", async () => {
  const upgraded = await newDatabase(first);
  await migrate(upgraded);
  const folder = mkdtempSync(join(tmpdir(), "clientela-upgrade-"));
  try {
    const path = join(folder, "old.backup");
    const variables = { DATA_DIR: join(folder, "data") };
    expect(await runCommand(["backup", path], { DATABASE_URL: first, ...variables })).toMatchObject({ code: 0 });
    const url = await newDatabase();
    expect(await runCommand(["restore", path], { DATABASE_URL: url, ...variables })).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await withClient(url, stateOf)).toEqual(await withClient(upgraded, stateOf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a database of a newer version is left alone, with a sentence", async () => {
  const url = await newDatabase(first);
  await withClient(url, (client) =>
    client.query("insert into mikro_orm_migrations (name) values ('Migration30001231_later')"),
  );
  const before = await withClient(url, stateOf);
  await expect(migrate(url)).rejects.toThrow(
    "The data are of a newer version of Clientela than this one, which does not know Migration30001231_later.",
  );
  expect(await withClient(url, stateOf)).toEqual(before);
});

/** Counts the statements that change the schema, and makes one of them wait for the gate. */
async function watchSteps(client: pg.Client, stopAt = 0): Promise<void> {
  await client.query(`
    create schema watch;
    create sequence watch.step;
    create function watch.pass() returns event_trigger language plpgsql as $$
    begin
      if nextval('watch.step') = ${stopAt} then perform pg_advisory_xact_lock(${GATE}); end if;
    end $$;
    create event trigger watch on ddl_command_end execute function watch.pass()`);
}

/** A process of its own that brings a database up to date, as a start does. */
function upgrade(url: string) {
  const code = "import { migrate } from './src/database/migrate.ts'; await migrate(process.env.DATABASE_URL);";
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    cwd: server,
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: "ignore",
  });
}

const waiting = async (client: pg.Client) =>
  (await client.query("select from pg_locks where locktype = 'advisory' and not granted and objid = $1", [GATE]))
    .rowCount;
const others = async (client: pg.Client) =>
  (
    await client.query(
      "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
    )
  ).rowCount;
