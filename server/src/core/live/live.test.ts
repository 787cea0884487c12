import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { referenceFeed } from "../read/references.ts";
import type { Feed } from "./feed.ts";
import { Live } from "./live.ts";
import { untilLeft } from "./until-left.ts";

const PATIENCE = { timeout: 10_000, interval: 20 };
const silent = { warn: () => undefined, info: () => undefined };

/** A log, and what it was told. */
function notes() {
  const warnings: unknown[] = [];
  const recoveries: unknown[] = [];
  const log = {
    warn: (...what: unknown[]) => void warnings.push(what),
    info: (...what: unknown[]) => void recoveries.push(what),
  };
  return { log, warnings, recoveries };
}

let database: TestDatabase;
let db: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  db = new pg.Pool({ connectionString: database.url });
  db.on("error", () => undefined);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const listening =
  "select pid from pg_stat_activity where application_name = 'clientela live' and datname = current_database()";
const cut = () => db.query(`select pg_terminate_backend(pid) from (${listening})`);

async function newClient(): Promise<string> {
  const { rows } = await db.query<{ id: string }>("insert into client (name) values ('Cliente') returning id");
  return rows[0]?.id as string;
}

const entries: Feed = { name: "entries", table: "timeline_entry", key: "client_id" };

/** Reads the news of a key until left. */
function follow(live: Live, key: string, feed = entries) {
  const left = new AbortController();
  const ids: string[] = [];
  void (async () => {
    for await (const id of live.follow(feed, key, left.signal)) ids.push(id);
  })().catch(() => undefined);
  return { ids, leave: () => left.abort() };
}
const note = async (clientId: string) => {
  const { rows } = await db.query<{ id: string }>(
    "insert into timeline_entry (client_id, kind, automatic) values ($1, 'NOTE', false) returning id",
    [clientId],
  );
  return rows[0]?.id as string;
};

describe("news of the ledger", () => {
  it("are known to a process once it has caught up, and told to another that was notified", async () => {
    const [here, there] = [new Live(database.url, silent), new Live(database.url, silent)];
    await Promise.all([here.start(), there.start()]);
    const clientId = await newClient();
    await Promise.all([here.catchUp(), there.catchUp()]);
    const followers = [follow(here, clientId), follow(there, clientId)];
    const id = await note(clientId);
    here.committed();
    await here.catchUp();
    await vi.waitFor(() => expect(followers.map(({ ids }) => ids)).toEqual([[id], [id]]), PATIENCE);
    await Promise.all([here.stop(), there.stop()]);
  });

  it("catching up many times at once reads at most once more than it already does", async () => {
    const live = new Live(database.url, silent);
    await live.start();
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await Promise.all(Array.from({ length: 50 }, () => live.catchUp()));
    const reads = sent.mock.calls.filter(([statement]) =>
      (statement as unknown as { name?: string }).name?.startsWith("live"),
    );
    sent.mockRestore();
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.length).toBeLessThanOrEqual(3);
    await live.stop();
  });

  it("run what hangs on a topic before catching up resolves", async () => {
    const live = new Live(database.url, silent);
    const heard: string[] = [];
    for (const topic of ["people", "tags", "settings", "access"] as const) {
      live.attend(referenceFeed, topic, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        heard.push(topic);
      });
    }
    await live.start();
    await db.query("insert into tag (name, color) values ('Una', '#000000')");
    await live.catchUp();
    expect(heard).toEqual(["tags"]);
    await db.query("insert into team (name) values ('Uno')");
    await db.query("update tag set color = '#111111'");
    await live.catchUp();
    expect(heard.slice(1).sort()).toEqual(["people", "tags"]);
    await live.catchUp();
    expect(heard).toHaveLength(3);
    await live.stop();
  });

  it("of which one topic fails hold back no other and no entry, are told once in the log, and heard again", async () => {
    const { log, warnings, recoveries } = notes();
    const live = new Live(database.url, log);
    let fails = true;
    const heard: string[] = [];
    live.attend(referenceFeed, "tags", async () => {
      if (fails) throw new Error("failed");
      heard.push("tags");
    });
    live.attend(referenceFeed, "people", () => void heard.push("people"));
    await live.start();
    const clientId = await newClient();
    await live.catchUp();
    const { ids } = follow(live, clientId);
    await db.query("update tag set color = '#222222'");
    await live.catchUp();
    await db.query("insert into team (name) values ('Aunque')");
    const id = await note(clientId);
    await live.catchUp();
    await vi.waitFor(() => expect(ids).toEqual([id]), PATIENCE);
    expect(heard).toEqual(["people"]);
    expect(warnings).toEqual([[expect.objectContaining({ what: "references.tags" }), expect.any(String)]]);
    expect(live.health).toMatchObject({ current: false, failing: ["references.tags"] });
    fails = false;
    await live.catchUp();
    expect(heard).toEqual(["people", "tags"]);
    expect(recoveries).toEqual([[expect.objectContaining({ what: "references.tags" }), expect.any(String)]]);
    expect(live.health).toMatchObject({ current: true, failing: [] });
    await live.stop();
  });

  describe.each([
    ["whose table is gone", "alter table note rename to gone", "alter table gone rename to note"],
    ["whose select fails", "alter table note rename about to gone", "alter table note rename gone to about"],
  ])("of a feed %s", (_case, breaks, mends) => {
    it("hold back no other, are told once in the log, and come when they can", async () => {
      const { log, warnings, recoveries } = notes();
      const live = new Live(database.url, log);
      await db.query("create table note (id text, about text, xid xid8 default pg_current_xact_id())");
      await live.start();
      const clientId = await newClient();
      await live.catchUp();
      const sound = follow(live, clientId);
      const broken = follow(live, "x", { name: "notes", table: "note", key: "about" });
      await db.query("insert into note values ('1', 'x')");
      await vi.waitFor(() => expect(broken.ids).toEqual(["1"]), PATIENCE);
      await db.query(breaks);
      const id = await note(clientId);
      for (let n = 0; n < 3; n++) await live.catchUp();
      await vi.waitFor(() => expect(sound.ids).toEqual([id]), PATIENCE);
      expect(warnings).toEqual([[expect.objectContaining({ what: "notes" }), expect.any(String)]]);
      expect(live.health).toMatchObject({ current: true, failing: ["notes"] });
      await db.query(`begin; ${mends}; insert into note values ('2', 'x'); commit`);
      await vi.waitFor(() => expect(broken.ids).toEqual(["1", "2"]), PATIENCE);
      expect(recoveries).toEqual([[expect.objectContaining({ what: "notes" }), expect.any(String)]]);
      expect(live.health.failing).toEqual([]);
      await live.stop();
      await db.query("drop table note");
    });
  });

  it("of a feed whose table is locked hold back no other", async () => {
    const live = new Live(database.url, silent);
    await live.start();
    const clientId = await newClient();
    await live.catchUp();
    const { ids } = follow(live, clientId);
    await db.query("create table locked (id text, xid xid8 default pg_current_xact_id())");
    const waiting = follow(live, "1", { name: "locked", table: "locked", key: "id" });
    const holder = await db.connect();
    await holder.query("begin; lock table locked in access exclusive mode");
    const id = await note(clientId);
    await vi.waitFor(() => expect(ids).toEqual([id]), PATIENCE);
    await vi.waitFor(() => expect(live.health.failing).toEqual(["locked"]), PATIENCE);
    await holder.query("insert into locked values ('1'); commit");
    holder.release();
    await vi.waitFor(() => expect(waiting.ids).toEqual(["1"]), PATIENCE);
    await live.stop();
    await db.query("drop table locked");
  });

  it("of what is kept in memory count as come where they cannot be read", async () => {
    const { log, warnings } = notes();
    const live = new Live(database.url, log);
    let heard = 0;
    live.attend(referenceFeed, "tags", () => void heard++);
    await live.start();
    await live.catchUp();
    expect(heard).toBe(0);
    await db.query("alter table reference_change rename to gone");
    for (let n = 0; n < 3; n++) await live.catchUp();
    expect(live.current).toBe(false);
    await db.query("alter table gone rename to reference_change");
    await live.catchUp();
    expect(heard).toBeGreaterThan(0);
    expect(warnings).toEqual([[expect.objectContaining({ what: "references" }), expect.any(String)]]);
    expect(live.health).toMatchObject({ current: true, failing: [] });
    await live.stop();
  });

  it("survive the loss of the connection: what was written meanwhile comes once it is back", async () => {
    const { log, warnings } = notes();
    const live = new Live(database.url, log);
    await live.start();
    const clientId = await newClient();
    await live.catchUp();
    const { ids } = follow(live, clientId);
    await cut();
    await vi.waitFor(() => expect(live.current).toBe(false), PATIENCE);
    const id = await note(clientId);
    await vi.waitFor(() => expect(ids).toEqual([id]), PATIENCE);
    expect(live.current).toBe(true);
    expect(warnings).toHaveLength(1);
    await live.stop();
  });

  it("end when the process stops, also while it is connecting again", async () => {
    const live = new Live(database.url, silent);
    await live.start();
    await cut();
    await vi.waitFor(() => expect(live.current).toBe(false), PATIENCE);
    await live.stop();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await db.query(listening)).rows).toEqual([]);
  });
});

describe("a generator that can be left", () => {
  it("ends at once for a reader that leaves while it waits, and frees what it listens to", async () => {
    let freed = false;
    const waiting = untilLeft(async function* (signal) {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      freed = true;
      yield 1;
    });
    const next = waiting.next();
    expect(await waiting.return?.()).toEqual({ done: true, value: undefined });
    await next;
    expect(freed).toBe(true);
  });

  it("frees what it listens to when it fails", async () => {
    let aborted = false;
    const failing = untilLeft(async function* (signal): AsyncGenerator<number, void> {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      yield 1;
      throw new Error("failed");
    });
    expect(await failing.next()).toEqual({ done: false, value: 1 });
    await expect(failing.next()).rejects.toThrow("failed");
    expect(aborted).toBe(true);
  });
});
