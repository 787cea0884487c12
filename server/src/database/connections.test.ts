import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { type Mode, startPooler } from "../../test/pooler.ts";
import { checkConnections, LEAST_CONNECTIONS, shareOut } from "./connections.ts";

let database: TestDatabase;
let admin: pg.Client;
const cleanUps: (() => unknown)[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.url);
  await admin.connect();
  cleanUps.push(async () => {
    await admin.end();
    await database.drop();
  });
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The database's address for somebody with a limit. */
async function guest(limit: number): Promise<string> {
  const role = `guest_${admin.database}`;
  await admin.query(`create role ${role} login password 'guest-guest' connection limit ${limit}`);
  cleanUps.push(() => admin.query(`drop role ${role}`));
  const url = new URL(database.url);
  url.username = role;
  url.password = "guest-guest";
  return url.href;
}

async function pooler(mode: Mode): Promise<string> {
  const { url, stop } = await startPooler(database.url, mode);
  cleanUps.push(stop);
  return url;
}

test("the pools share all that a process may take, each with one at least", () => {
  for (let connections = LEAST_CONNECTIONS; connections < 200; connections++) {
    const { reading, writing, planning } = shareOut(connections);
    expect(reading + writing + planning + 7).toBe(connections);
    expect(Math.min(reading, writing)).toBeGreaterThan(1);
    expect(planning).toBeGreaterThan(0);
  }
});

describe("before it serves", () => {
  test("finds that all its connections are to be had, and gives them back", async () => {
    await checkConnections(await guest(24), 24);
    const left =
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await expect.poll(async () => (await admin.query(left)).rows).toEqual([{ n: 0 }]);
  });

  test("says how many there are when there are too few", async () => {
    await expect(checkConnections(await guest(14), 24)).rejects.toThrow(
      /^DATABASE_CONNECTIONS: Clientela takes up to 24, and the database or its pooler has room for 14 \(too many connections for role ".*"\)\. Set it lower, 12 or more, or raise their limits\.$/,
    );
  });

  test("leaves room for the other processes, which take theirs only when they are busy", async () => {
    const url = await guest(50);
    const other = new pg.Client({ connectionString: url, application_name: "clientela live" });
    await other.connect();
    cleanUps.push(() => other.end());
    await checkConnections(url, 25);
    await expect(checkConnections(url, 30)).rejects.toThrow(
      "takes up to 30, and the database or its pooler has room for 20.",
    );
  });

  test("finds a pooler that lends a connection for one transaction, and says which address to give", async () => {
    await expect(checkConnections(await pooler("transaction"), 24)).rejects.toThrow(
      /^DATABASE_URL: this pooler lends a connection for one transaction only.* or the pooler's in session mode\.$/,
    );
  });

  test("goes through a pooler that lends one for as long as it is wanted", async () => {
    await checkConnections(await pooler("session"), 24);
  });
});
