import { rmSync } from "node:fs";
import { createServer } from "node:net";
import pg from "pg";
import { afterEach, expect, inject, test, vi } from "vitest";
import { createTestDatabase } from "../database.ts";
import { startPooler } from "../pooler.ts";
import { newDataDir, ServerProcess } from "./server-process.ts";

vi.setConfig({ testTimeout: 60_000 });

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** What it says on stderr; checks that it ends with 1 and says nothing of its inside. */
async function refusal(variables: Record<string, string>): Promise<string> {
  const dataDir = newDataDir();
  cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = new ServerProcess({ DATA_DIR: dataDir, ...variables });
  expect(await server.ended).toBe(1);
  expect(server.stderr.trimEnd().split("\n")).toHaveLength(1);
  return server.stderr.trimEnd();
}

/** A database of our test server, and a connection to it as its superuser. */
async function newDatabase(): Promise<{ url: URL; admin: pg.Client }> {
  const database = await createTestDatabase();
  const admin = new pg.Client(database.url);
  await admin.connect();
  cleanUps.push(async () => {
    await admin.end();
    await database.drop();
  });
  return { url: new URL(database.url), admin };
}

test("a variable that cannot be understood", async () => {
  expect(await refusal({ PORT: "many" })).toBe(
    "Clientela cannot start. PORT must be a whole number from 0 (any free port) to 65535.",
  );
});

test("a port in use", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  cleanUps.push(() => other.close());
  expect(await refusal({ PORT: String(port) })).toBe(
    `Clientela cannot start. PORT: ${port} is in use on 127.0.0.1; stop the other program or set PORT to another number.`,
  );
});

test("an address of another machine", async () => {
  expect(await refusal({ HOST: "192.0.2.1" })).toBe(
    "Clientela cannot start. HOST: 192.0.2.1 is not an address of this machine.",
  );
});

test("a folder that cannot be written", async () => {
  expect(await refusal({ DATA_DIR: "/dev/null/data" })).toBe(
    "Clientela cannot start. DATA_DIR: /dev/null/data cannot be written; give a folder that this user can write.",
  );
});

test.each([
  ["with the embedded database", {}],
  ["with another one, for the files of clients", { DATABASE_URL: inject("databaseServer") }],
])("a folder in which nobody can make one, %s", async (_title, database) => {
  expect(await refusal({ ...database, DATA_DIR: "/proc/x" })).toMatch(
    /^Clientela cannot start\. DATA_DIR: .* (cannot be written|can only be read); give a/,
  );
});

test("a folder whose name PostgreSQL's programs would give to a shell", async () => {
  expect(await refusal({ DATA_DIR: "/tmp/a$(b)" })).toBe(
    'Clientela cannot start. DATA_DIR: "/tmp/a$(b)" must be without the characters " $ ` and \\.',
  );
});

test("a database that does not answer", async () => {
  expect(await refusal({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" })).toBe(
    "Clientela cannot start. DATABASE_URL: the database cannot be reached: connect ECONNREFUSED 127.0.0.1:1.",
  );
});

test("a wrong password", async () => {
  const url = new URL(inject("databaseServer"));
  url.password = "wrong";
  expect(await refusal({ DATABASE_URL: url.href })).toBe(
    "Clientela cannot start. DATABASE_URL: the database cannot be reached: " +
      'password authentication failed for user "clientela".',
  );
});

test("a pooler that lends connections for one transaction", async () => {
  const { url } = await newDatabase();
  const pooler = await startPooler(url.href, "transaction");
  cleanUps.push(() => pooler.stop());
  expect(await refusal({ DATABASE_URL: pooler.url })).toBe(
    "Clientela cannot start. DATABASE_URL: this pooler lends a connection for one transaction only, and Clientela keeps " +
      "its own. Give the database's own address, or the pooler's in session mode.",
  );
});

test("a database that is too old", async () => {
  const { url, admin } = await newDatabase();
  // Ours cannot be made older, but it can be made to say so: our function is found before PostgreSQL's.
  await admin.query(`create schema old`);
  await admin.query(`create function old.current_setting(text) returns text language sql return '140011'`);
  await admin.query(`alter database ${admin.database} set search_path = old, pg_catalog`);
  expect(await refusal({ DATABASE_URL: url.href })).toBe(
    "Clientela cannot start. DATABASE_URL: this is PostgreSQL 14, Clientela needs 15 or newer.",
  );
});

test("a database without our extensions and the right to create them", async () => {
  const { url, admin } = await newDatabase();
  await admin.query("drop extension btree_gin cascade");
  await admin.query("drop extension unaccent cascade");
  const role = `guest_${admin.database}`;
  await admin.query(`create role ${role} login password 'guest-guest'`);
  cleanUps.push(() => admin.query(`drop role ${role}`));
  url.username = role;
  url.password = "guest-guest";
  expect(await refusal({ DATABASE_URL: url.href })).toBe(
    `Clientela cannot start. DATABASE_URL: ask the administrator of database "${admin.database}" to run: ` +
      "CREATE EXTENSION btree_gin; CREATE EXTENSION unaccent;",
  );
});
