import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { ArchiveWriter } from "../../src/commands/backup/archive.ts";
import { backup } from "../../src/commands/backup/backup.ts";
import { restore } from "../../src/commands/backup/restore.ts";
import { readEnv } from "../../src/env.ts";
import { tidyFiles } from "../../src/modules/files/client-file.jobs.ts";
import { StartError } from "../../src/start-error.ts";
import { type Api, startApi } from "../api.ts";
import { addAppointment, addClient, addPerson, addTag, addTask, OWNER_EMAIL, startBusiness } from "../business.ts";
import type { Caller } from "../caller.ts";
import { createTestDatabase } from "../database.ts";
import { hashRows } from "../rows.ts";
import { startS3 } from "../s3.ts";
import { runCommand } from "./command-process.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const PATIENCE = { timeout: 30_000, interval: 50 };
const LATER = "2999-01-01T00:00:00Z";
let api: Api & { owner: Caller };
let folder: string;
const cleanUps: (() => unknown)[] = [];

beforeAll(async () => {
  api = await startBusiness();
});
afterAll(() => api.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clientela-backup-"));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

async function upload(caller: Caller, clientId: string, name: string, body: Buffer): Promise<string> {
  const { text } = await caller.send({
    path: `/files/clients/${clientId}?name=${encodeURIComponent(name)}`,
    method: "PUT",
    headers: { "x-requested-with": "test" },
    body,
  });
  return (JSON.parse(text) as { id: string }).id;
}

/** A database without a table, as it is on another machine. */
async function emptyDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const admin = new pg.Client(server);
  await admin.connect();
  const name = `restored_${process.pid}_${Date.now()}`;
  await admin.query(`create database ${name}`);
  cleanUps.push(async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  cleanUps.push(() => client.end());
  return client;
}

const here = () => ({ DATABASE_URL: api.databaseUrl, DATA_DIR: api.dataDir });
const there = (url: string) => ({ DATABASE_URL: url, DATA_DIR: join(folder, "data") });

async function run(command: string, file: string, variables: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runCommand([command, file], variables);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

const jobsOf = async (db: pg.Client | pg.Pool) =>
  (
    await db.query(
      `select task.identifier, job.payload, job.run_at, job.key, job.attempts, job.max_attempts, job.last_error, job.priority
       from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = task_id order by job.key, job.id`,
    )
  ).rows;

const bytes = (length: number, seed: number) => Buffer.from(Array.from({ length }, (_, i) => (i * seed) % 251));

describe("a backup restored elsewhere", () => {
  test("has every row of every table, every waiting job and every byte of its files, and goes on from there", async () => {
    const { owner } = api;
    await addPerson(owner, "AGENT", "Ana");
    const clientId = await addClient(owner, {
      name: "Ñandú\tS.A.\\ 김민수 O'Higgins",
      tagIds: [await addTag(owner, "VIP")],
    });
    await addTask(owner, clientId, { title: "Enviar \u2028 factura" });
    await addAppointment(owner, clientId);
    const file = await upload(owner, clientId, "contrato.bin", bytes(900_000, 7));
    const gone = await upload(owner, clientId, "gone.txt", Buffer.from("gone"));
    await owner.ok("mutation ($id: ID!) { deleteClientFile(id: $id) }", { id: gone });
    await api.pool.query("update client_file set deleted_at = now() - interval '31 days' where id = $1", [gone]);
    await tidyFiles.run(api.core, {}, { number: 1, signal: new AbortController().signal });
    await owner.ok(
      'mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "<b>hola</b>" }) { id } }',
      {
        id: clientId,
      },
    );
    await api.pool.query(
      "select graphile_worker.add_job('files.tidy', '{\"a\": \"ñ\"}', run_at => $1, job_key => 'later', max_attempts => 7, priority => 3)",
      [LATER],
    );
    const path = join(folder, "business.backup");
    const before = await hashRows(api.pool);
    const jobs = await vi.waitFor(async () => {
      const found = await jobsOf(api.pool);
      expect(found.every(({ run_at }) => run_at > new Date())).toBe(true);
      return found;
    }, PATIENCE);
    expect(await run("backup", path, here())).toContain(`Backup: ${path}`);
    expect(await hashRows(api.pool)).toEqual(before);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["business.backup"]);

    const url = await emptyDatabase();
    expect(await run("restore", path, there(url))).toContain("Restored: 1 clients, 1 files");
    const restored = await connected(url);
    expect(await hashRows(restored)).toEqual(before);
    expect(await jobsOf(restored)).toEqual(jobs);
    expect((await restored.query("select from session")).rowCount).toBe(0);
    // Of another PostgreSQL's transactions the ledger would tell again and again, or never.
    const transactions = "select count(distinct xid)::int as n, count(*)::int as entries from timeline_entry";
    expect((await restored.query(transactions)).rows).toEqual([{ n: 1, entries: expect.any(Number) }]);

    const other = await startApi({ on: { databaseUrl: url }, env: { dataDir: join(folder, "data") } });
    cleanUps.push(() => other.stop());
    const olga = await other.signIn(OWNER_EMAIL);
    expect((await owner.at(other).ok("{ viewer { role } }")).viewer).toBeNull();
    const download = await fetch(`${other.url}/files/documents/${file}`, { headers: olga.headers });
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes(900_000, 7))).toBe(true);
    // What is told live is what is new, and nothing that came with the backup.
    const socket = olga.socket();
    const { all } = await socket.subscribe<{ timelineEntryAdded: { description: string } }>(
      "subscription ($id: ID!) { timelineEntryAdded(clientId: $id) { description } }",
      { id: clientId },
    );
    const note = 'mutation ($id: ID!) { addTimelineEntry(clientId: $id, input: { description: "después" }) { id } }';
    await vi.waitFor(async () => {
      await olga.ok(note, { id: clientId });
      expect(all).not.toHaveLength(0);
    }, PATIENCE);
    expect(new Set(all.map(({ data }) => data?.timelineEntryAdded.description))).toEqual(new Set(["después"]));
    await socket.close();
    await restored.query(
      "select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where key = 'later'",
    );
    await vi.waitFor(
      async () => expect(await jobsOf(restored)).not.toContainEqual(expect.objectContaining({ key: "later" })),
      PATIENCE,
    );
    expect(await addClient(olga)).toMatch(/^[\da-f-]{36}$/);
  });

  test("is of one moment although people write, upload and take away meanwhile", async () => {
    const { owner } = api;
    let writing = true;
    let written = 0;
    const write = async () => {
      while (writing) {
        const id = await addClient(owner);
        const file = await upload(owner, id, "a.bin", bytes(50_000, ++written));
        if (written % 3) continue;
        // As if it had been deleted a month ago: its bytes go at once.
        await api.pool.query("update client_file set deleted_at = now() - interval '31 days' where id = $1", [file]);
        await tidyFiles.run(api.core, {}, { number: 1, signal: new AbortController().signal });
      }
    };
    const path = join(folder, "business.backup");
    const writers = [write(), write()];
    await vi.waitFor(() => expect(written).toBeGreaterThan(10), PATIENCE);
    const beforeBackup = written;
    await run("backup", path, here()).finally(() => {
      writing = false;
    });
    await Promise.all(writers);
    expect(written).toBeGreaterThan(beforeBackup);

    const url = await emptyDatabase();
    await run("restore", path, there(url));
    const restored = await connected(url);
    const { rows } = await restored.query(
      `select (select count(*) from client)::int as clients,
         (select count(*) from timeline_entry where kind = 'CLIENT_CREATED')::int as created,
         (select sum(clients) from client_tally)::int as tallied`,
    );
    const [{ clients, created, tallied }] = rows;
    expect({ created, tallied }).toEqual({ created: clients, tallied: clients });
    const files = (
      await restored.query("select storage_key as key, sha256 from client_file where storage_key is not null")
    ).rows;
    expect(files.length).toBeGreaterThan(0);
    for (const { key, sha256 } of files) {
      const stored = readFileSync(join(folder, "data", "files", key.slice(0, 2), key));
      expect(execFileSync("sha256sum", [], { input: stored }).toString().slice(0, 64)).toBe(sha256.toString("hex"));
    }
  });

  test("moves files between a bucket and a folder", async () => {
    const s3 = await startS3();
    cleanUps.push(() => s3.stop());
    const { bucket, endpoint, region, accessKeyId, secretAccessKey } = s3.env;
    const bucketOf = {
      S3_BUCKET: bucket,
      S3_ENDPOINT: endpoint as string,
      S3_REGION: region,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    };
    const cloud = await startBusiness({ env: { s3: s3.env } });
    cleanUps.push(() => cloud.stop());
    const file = await upload(cloud.owner, await addClient(cloud.owner), "nube.bin", bytes(300_000, 3));
    const path = join(folder, "cloud.backup");
    await run("backup", path, { DATABASE_URL: cloud.databaseUrl, DATA_DIR: folder, ...bucketOf });
    const url = await emptyDatabase();
    await run("restore", path, there(url));
    const { rows } = await (await connected(url)).query("select storage_key as key from client_file where id = $1", [
      file,
    ]);
    const stored = join(folder, "data", "files", rows[0].key.slice(0, 2), rows[0].key);
    expect(readFileSync(stored).equals(bytes(300_000, 3))).toBe(true);
  });
});

describe("is refused with a sentence, and nothing is left", () => {
  let whole: string;
  let backupFolder: string;
  beforeAll(async () => {
    backupFolder = mkdtempSync(join(tmpdir(), "clientela-backup-"));
    whole = join(backupFolder, "whole.backup");
    await upload(api.owner, await addClient(api.owner), "a.bin", bytes(100_000, 11));
    await run("backup", whole, here());
  });
  afterAll(() => rmSync(backupFolder, { recursive: true, force: true }));

  const refusal = async ([name, ...args]: string[], variables: Record<string, string>): Promise<string> => {
    const options = {
      env: readEnv(variables, []),
      args,
      log: pino({ level: "silent" }),
      signal: new AbortController().signal,
    };
    const failure = await (name === "backup" ? backup : restore)(options).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StartError);
    return (failure as StartError).message;
  };

  test("a file that is cut short or changed anywhere, a file of something else, one of a later version", async () => {
    const content = readFileSync(whole);
    const tar = gunzipSync(content);
    const path = join(folder, "bad.backup");
    const url = await emptyDatabase();
    const cases: [Buffer, string][] = [
      [content.subarray(0, content.length >> 1), "is damaged or not whole: take another backup."],
      [content.subarray(0, content.length - 4), "is damaged or not whole: take another backup."],
      [
        gzipSync(Buffer.from(tar).fill(tar.readUInt8(tar.length >> 1) ^ 1, tar.length >> 1, (tar.length >> 1) + 1)),
        "is damaged or not whole: take another backup.",
      ],
      [gzipSync(tar.subarray(0, (tar.length >> 10) << 9)), "is damaged or not whole: take another backup."],
      [Buffer.from("hola"), "is damaged or not whole: take another backup."],
      [Buffer.alloc(0), "is damaged or not whole: take another backup."],
    ];
    for (const [bad, sentence] of cases) {
      writeFileSync(path, bad);
      expect(await refusal(["restore", path], there(url))).toBe(`${path} ${sentence}`);
    }
    const restored = await connected(url);
    const made = await restored.query("select to_regclass('app_user') is not null as made");
    if (made.rows[0].made) expect((await restored.query("select from app_user")).rowCount).toBe(0);
    const kept = existsSync(join(folder, "data", "files"))
      ? readdirSync(join(folder, "data", "files"), { recursive: true, withFileTypes: true })
      : [];
    expect(kept.filter((entry) => entry.isFile())).toEqual([]);
    // What failed before leaves a database that takes the whole one.
    await run("restore", whole, there(url));
  });

  test("a database that has a business, or that a server runs on", async () => {
    const before = await hashRows(api.pool);
    expect(await refusal(["restore", whole], here())).toBe("A server runs on this database: stop it first.");
    const database = await createTestDatabase();
    cleanUps.push(() => database.drop());
    const other = await startBusiness({ on: { databaseUrl: database.url } });
    await other.stop();
    expect(await refusal(["restore", whole], { DATABASE_URL: database.url, DATA_DIR: folder })).toBe(
      "This database has a business already: a backup is restored into an empty one.",
    );
    expect(await hashRows(api.pool)).toEqual(before);
  });

  test("a name that is taken, a folder that is not there, an empty database", async () => {
    expect(await refusal(["backup", whole], here())).toBe(`${whole} exists already: give the backup another name.`);
    const nowhere = join(folder, "none", "a.backup");
    expect(await refusal(["backup", nowhere], here())).toMatch(/^\/.* cannot be written \(ENOENT\)\.$/);
    expect(await refusal(["backup"], here())).toBe("Usage: npm run backup -- FILE");
    expect(await refusal(["restore"], here())).toBe("Usage: npm run restore -- FILE");
    expect(await refusal(["restore", nowhere], here())).toBe(`${nowhere} does not exist.`);
    expect(await refusal(["backup", join(folder, "empty")], there(await emptyDatabase()))).toBe(
      "The database is empty: there is nothing to back up.",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("one that leads out of the folder of files, or whose words are of another form, and whoever has one opens nobody's account", async () => {
    const file = await upload(api.owner, await addClient(api.owner), "plano.bin", bytes(1000, 5));
    await addPerson(api.owner, "AGENT", "Nadia");
    await api.owner.ok(
      'mutation { inviteUser(input: { name: "Ivo", email: "ivo@example.com", role: AGENT }) { link } }',
    );
    const path = join(folder, "hostile.backup");
    await run("backup", path, here());
    expect(gunzipSync(readFileSync(path)).includes("/invitation?token=")).toBe(false);
    await run("restore", path, there(await emptyDatabase()));
    rmSync(path);
    await api.pool.query(
      "update client_file set storage_key = '../../../postgres-password', preview_key = null where id = $1",
      [file],
    );
    await refusal(["backup", path], here());
    expect(await refusal(["restore", path], there(await emptyDatabase()))).toBe(
      "The backup does not hold what it says: take another one.",
    );
    const other = join(folder, "null.backup");
    for (const header of ["null", "{", '{"format":1,"tables":{"client":1}}']) {
      const archive = await ArchiveWriter.create(other, new AbortController().signal);
      await archive.add("header", [Buffer.from(header)]);
      await archive.finish();
      expect(await refusal(["restore", other], there("postgres://nobody@127.0.0.1:1/none"))).toBe(
        `${other} is no backup of Clientela.`,
      );
      rmSync(other);
    }
    await api.pool.query("delete from client_file where id = $1", [file]);
  });

  test("files whose bytes are lost are named, and the rest is kept", async () => {
    const file = await upload(api.owner, await addClient(api.owner), "perdido.bin", bytes(1000, 5));
    const { rows } = await api.pool.query("select storage_key as key from client_file where id = $1", [file]);
    rmSync(join(api.dataDir, "files", rows[0].key.slice(0, 2), rows[0].key));
    const path = join(folder, "lossy.backup");
    expect(await refusal(["backup", path], here())).toMatch(
      /^The backup is written, but of 1 files .*: perdido\.bin\.$/,
    );
    await run("restore", path, there(await emptyDatabase()));
  });
});
