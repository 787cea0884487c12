import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { migrate } from "../database/migrate.ts";
import type { Database } from "../database/tables.ts";
import { enqueue, type Job, Jobs } from "./jobs.ts";

type Doing = (payload: { note: string }, attempt: { number: number; signal: AbortSignal }) => Promise<void> | void;
interface World {
  doing: Doing;
}

const note: Job<World, { note: string }> = {
  name: "test.note",
  payload: z.object({ note: z.string() }),
  run: async ({ doing }, payload, attempt) => doing(payload, attempt),
};

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<Database>;
const working: Jobs<World>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 3 });
  db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  // The queue notes a kind of job with the first of it. Left to a transaction that stays open, all others would wait for it.
  await ask("first");
  await pool.query("delete from graphile_worker._private_jobs");
});
afterEach(async () => {
  await Promise.all(working.splice(0).map((jobs) => jobs.stop()));
  await pool.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const lines: string[] = [];
async function work(doing: Doing, recurring: ConstructorParameters<typeof Jobs<World>>[0]["recurring"] = []) {
  const jobs = new Jobs<World>({
    databaseUrl: database.url,
    log: pino({ level: "error" }, { write: (line) => void lines.push(line) }),
    world: { doing },
    jobs: [note],
    recurring,
  });
  await jobs.start();
  working.push(jobs);
  return jobs;
}

/** One worker that keeps the notes it is given. */
async function collect(): Promise<string[]> {
  const notes: string[] = [];
  await work((payload) => void notes.push(payload.note));
  return notes;
}

const ask = (text: string, due = {}) => db.transaction().execute((sql) => enqueue(sql, note, { note: text }, due));
const left = async () => Number((await pool.query("select count(*) from graphile_worker.jobs")).rows[0].count);
const soon = { timeout: 15_000, interval: 20 };

describe("a job", () => {
  it("runs after the commit of what asked for it, and not before", async () => {
    const notes = await collect();
    const open = await db.startTransaction().execute();
    await enqueue(open, note, { note: "later" });
    await ask("now");
    await vi.waitFor(() => expect(notes).toEqual(["now"]), soon);
    await open.commit().execute();
    await vi.waitFor(() => expect(notes).toEqual(["now", "later"]), soon);
    await vi.waitFor(async () => expect(await left()).toBe(0), soon);
  });

  it("has a name of its own, or nothing starts", () => {
    const log = pino({ level: "silent" });
    const world: World = { doing: () => {} };
    const options = { databaseUrl: database.url, log, world, jobs: [note, { ...note }], recurring: [] };
    expect(() => new Jobs<World>(options)).toThrow("Two jobs are called test.note");
  });

  it("of a transaction that was rolled back never runs", async () => {
    const notes = await collect();
    const open = await db.startTransaction().execute();
    await enqueue(open, note, { note: "never" });
    await open.rollback().execute();
    await ask("yes");
    await vi.waitFor(async () => expect(await left()).toBe(0), soon);
    expect(notes).toEqual(["yes"]);
  });

  it("waits until it is due, and is replaced by another of its key", async () => {
    const notes = await collect();
    const future = new Date(Date.now() + 86_400_000);
    await ask("tomorrow", { runAt: future, key: "a" });
    await ask("moved to now", { runAt: new Date(Date.now() - 1000), key: "a" });
    await vi.waitFor(() => expect(notes).toEqual(["moved to now"]), soon);
    await vi.waitFor(async () => expect(await left()).toBe(0), soon);
    expect(notes).toEqual(["moved to now"]);
  });

  it("whose payload does not fit is given up at once, is in the log, and stays to be looked at", async () => {
    const notes = await collect();
    lines.length = 0;
    await pool.query("select graphile_worker.add_job('test.note', $1)", [JSON.stringify({ text: "secret of before" })]);
    await vi.waitFor(() => expect(lines).toHaveLength(1), soon);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ job: "test.note", paths: ["note"] });
    expect(lines.join()).not.toContain("secret of before");
    const ended = "select last_error from graphile_worker.jobs where attempts = max_attempts and locked_at is null";
    await vi.waitFor(
      async () => expect((await pool.query(ended)).rows).toEqual([{ last_error: expect.any(String) }]),
      soon,
    );
    await ask("a good one");
    await vi.waitFor(() => expect(notes).toEqual(["a good one"]), soon);
    await vi.waitFor(async () => expect(await left()).toBe(1), soon);
  });

  it("is given what its payload says and nothing beside it", async () => {
    const payloads: object[] = [];
    await work((payload) => void payloads.push(payload));
    await pool.query("select graphile_worker.add_job('test.note', $1)", [
      JSON.stringify({ note: "x", added: "later" }),
    ]);
    await vi.waitFor(() => expect(payloads).toEqual([{ note: "x" }]), soon);
  });

  it("that fails is tried again", async () => {
    const attempts: number[] = [];
    await work((_payload, { number }) => {
      attempts.push(number);
      if (number < 2) throw new Error("not yet");
    });
    await ask("x");
    await vi.waitFor(() => expect(attempts).toEqual([1, 2]), soon);
    await vi.waitFor(async () => expect(await left()).toBe(0), soon);
  });

  it("of many is done once each by two processes, of which one stops in between", async () => {
    const done: string[] = [];
    const slowly: Doing = async ({ note: text }) => {
      await sleep(2);
      done.push(text);
    };
    const first = await work(slowly);
    await work(slowly);
    const all = Array.from({ length: 300 }, (_, i) => `${i}`);
    await db.transaction().execute(async (sql) => {
      for (const text of all) await enqueue(sql, note, { note: text });
    });
    await vi.waitFor(() => expect(done.length).toBeGreaterThan(50), soon);
    working.splice(working.indexOf(first), 1);
    await first.stop();
    await vi.waitFor(() => expect(done.length).toBe(all.length), soon);
    expect(done.sort()).toEqual(all.sort());
  });

  it("that does not end when its process stops is done again by another", async () => {
    const began = Promise.withResolvers<void>();
    const first = await work(async (_payload, { signal }) => {
      began.resolve();
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
    });
    await ask("interrupted");
    await began.promise;
    working.splice(working.indexOf(first), 1);
    await first.stop();
    const notes = await collect();
    await vi.waitFor(() => expect(notes).toEqual(["interrupted"]), soon);
  });

  it("of a process that was killed is done again, and no other's is", async () => {
    const hold = Promise.withResolvers<void>();
    const done: string[] = [];
    await work(async ({ note: text }) => {
      if (text === "long") await hold.promise;
      done.push(text);
    });
    await ask("long");
    await vi.waitFor(async () => {
      const { rows } = await pool.query("select locked_by from graphile_worker.jobs where locked_by is not null");
      expect(rows).toHaveLength(1);
    }, soon);
    await ask("orphan", { runAt: new Date(Date.now() + 3_600_000) });
    await pool.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now(), run_at = now() where locked_by is null",
    );
    await vi.waitFor(() => expect(done).toEqual(["orphan"]), soon);
    await vi.waitFor(async () => {
      const { rows } = await pool.query("select attempts from graphile_worker.jobs where locked_by is not null");
      expect(rows).toEqual([{ attempts: 1 }]);
    }, soon);
    hold.resolve();
    await vi.waitFor(() => expect(done).toEqual(["orphan", "long"]), soon);
  });

  it("is done when the database cuts every connection meanwhile", async () => {
    const notes = await collect();
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'clientela jobs'",
    );
    await ask("after");
    await vi.waitFor(() => expect(notes).toEqual(["after"]), soon);
  });
});

it("how many jobs fail, and how many are given up, is told to whoever watches", async () => {
  const jobs = await work(() => {
    throw new Error("failed");
  });
  expect(jobs.health).toEqual({ failing: 0, givenUp: 0 });
  await ask("fails");
  await ask("fails for good");
  await pool.query(
    "update graphile_worker._private_jobs set max_attempts = 1 where payload ->> 'note' = 'fails for good'",
  );
  await vi.waitFor(() => expect(jobs.health).toEqual({ failing: 1, givenUp: 1 }), soon);
});

describe("the queue's tables", () => {
  it("are made by a user who owns the database and nothing else", async () => {
    const name = `owner_${randomBytes(4).toString("hex")}`;
    const server = new pg.Client(inject("databaseServer"));
    await server.connect();
    await server.query(`create role ${name} login nosuperuser password 'secret'`);
    await server.query(`create database ${name} owner ${name}`);
    const url = new URL(inject("databaseServer"));
    Object.assign(url, { pathname: `/${name}`, username: name, password: "secret" });
    // What the administrator was asked for.
    const admin = new URL(inject("databaseServer"));
    admin.pathname = `/${name}`;
    const extensions = new pg.Client(admin.href);
    await extensions.connect();
    for (const extension of ["btree_gin", "citext", "pg_trgm", "unaccent"])
      await extensions.query(`create extension if not exists ${extension}`);
    await extensions.end();
    try {
      await Promise.all([migrate(url.href), migrate(url.href)]);
      const own = new pg.Client(url.href);
      await own.connect();
      await own.query("select graphile_worker.add_job('test.note', '{}')");
      await own.end();
    } finally {
      await server.query(`drop database ${name} with (force)`);
      await server.query(`drop role ${name}`);
      await server.end();
    }
  });
});
