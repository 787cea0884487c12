import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.ts";

vi.setConfig({ testTimeout: 60_000 });

const running: EmbeddedDatabase[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "clientela-embedded-"));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, settings: { fsync: "off" } });
  running.push(database);
  return database;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The folder PostgreSQL's data are in, beside our own for whom root cannot be. */
function dataOf(dataDir: string): string {
  const pointer = join(dataDir, "postgres-place");
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : join(dataDir, "postgres");
}

const postmasterPid = (dataDir: string) =>
  Number(readFileSync(join(dataOf(dataDir), "postmaster.pid"), "utf8").split("\n")[0]);

test("is a checksummed UTF-8 database in UTC that sorts by code point and knows letters beyond ASCII", async () => {
  const { url } = await start(newFolder());
  const [settings] = await query(
    url,
    `select current_setting('data_checksums') checksums, current_setting('timezone') zone, current_setting('jit') jit,
            current_setting('synchronous_commit') commits, lower('ÑANDÚ') lower, 'z' < 'á' as code_points`,
  );
  const expected = { checksums: "on", zone: "UTC", jit: "off", commits: "on", lower: "ñandú", code_points: true };
  expect(settings).toEqual(expected);
  await query(url, "create extension pg_trgm");
  expect(await query(url, "select cardinality(show_trgm('ñ')) n")).toEqual([{ n: 2 }]);
});

test("keeps a password of its own that nobody else can read", async () => {
  const folder = newFolder();
  const { url } = await start(folder);
  const file = join(folder, "postgres-password");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const stranger = new URL(url);
  stranger.password = "clientela";
  await expect(query(stranger.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("runs side by side in two folders", async () => {
  const [one, two] = await Promise.all([start(newFolder()), start(newFolder())]);
  await query(one.url, "create table only_here ()");
  expect(new URL(one.url).port).not.toBe(new URL(two.url).port);
  expect(await query(two.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
});

test("lets one process own a folder, whoever comes first of two at once", async () => {
  const folder = newFolder();
  const results = await Promise.allSettled([start(folder), start(folder)]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason.message).toMatch(`Another Clientela (process ${process.pid}) runs on ${folder}`);
});

test("keeps what was committed over a stop and a start", async () => {
  const folder = newFolder();
  const first = await start(folder);
  await query(first.url, "create table kept (id int); insert into kept values (7)");
  running.pop();
  await first.stop();
  const second = await start(folder);
  expect(await query(second.url, "select id from kept")).toEqual([{ id: 7 }]);
});

test("takes no other program for a PostgreSQL left over from before a reboot", async () => {
  const folder = newFolder();
  const first = await start(folder);
  running.pop();
  await first.stop();
  writeFileSync(join(dataOf(folder), "postmaster.pid"), `${process.pid}\n${dataOf(folder)}\n1\n1\n`);
  expect(await query((await start(folder)).url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("starts PostgreSQL anew on the same port when it is killed under us", async () => {
  const folder = newFolder();
  const { url } = await start(folder);
  await query(url, "create table kept (id int); insert into kept values (7)");
  process.kill(postmasterPid(folder), "SIGKILL");
  await expect.poll(() => query(url, "select id from kept").catch(() => []), { timeout: 60_000 }).toEqual([{ id: 7 }]);
});

test.runIf(process.getuid?.() === 0)("runs in a folder that only root can enter", async () => {
  const closed = newFolder();
  chmodSync(closed, 0o700);
  const dataDir = join(closed, "data");
  const { url } = await start(dataDir);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  folders.push(dataOf(dataDir));
  expect(dataOf(dataDir)).not.toContain(closed);
});

test("says so when the folder cannot be written", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  await expect(startEmbedded({ dataDir: join(file, "data") })).rejects.toThrow(/^DATA_DIR: .* cannot be written/);
});

test("refuses data of another PostgreSQL version", async () => {
  const folder = newFolder();
  const first = await start(folder);
  running.pop();
  await first.stop();
  execFileSync("cp", ["-p", join(dataOf(folder), "PG_VERSION"), join(folder, "saved")]);
  writeFileSync(join(dataOf(folder), "PG_VERSION"), "17\n");
  await expect(startEmbedded({ dataDir: folder })).rejects.toThrow("was written by PostgreSQL 17, this is 18");
});
