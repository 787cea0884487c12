import { request } from "node:http";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addClient, startBusiness } from "../../test/business.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { caller, callingOff } from "./call-off.ts";

const running = async (db: pg.Pool | pg.Client, part: string): Promise<number> =>
  (
    await db.query(
      "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like $1",
      [`%${part}%`],
    )
  ).rowCount ?? 0;

describe("a statement that nobody waits for any more", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let other: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    other = new pg.Client(database.url);
    await other.connect();
  });
  afterAll(async () => {
    await Promise.all([pool.end(), other.end()]);
    await database.drop();
  });
  const send = (signal: AbortSignal, text: string, name?: string) =>
    caller.run({ left: signal }, () => callingOff(pool).query({ text, name }));

  it("is called off, prepared or not, and its connection serves the next one", async () => {
    const session = (await pool.query("select pg_backend_pid() as pid")).rows;
    for (const name of ["slow", "slow", undefined]) {
      const left = new AbortController();
      const sent = send(left.signal, "select pg_sleep(600)", name);
      const refused = expect(sent).rejects.toThrow("Nobody waits for the answer");
      await expect.poll(() => running(other, "pg_sleep")).toBe(1);
      left.abort();
      await refused;
      expect((await pool.query("select pg_backend_pid() as pid")).rows).toEqual(session);
    }
  });

  it("is not sent when it comes too late", async () => {
    const left = new AbortController();
    left.abort();
    await expect(send(left.signal, "create table too_late ()")).rejects.toThrow("Nobody waits for the answer");
    expect((await pool.query("select to_regclass('too_late') as found")).rows).toEqual([{ found: null }]);
  });

  it("is not sent when its caller left while it waited for a connection", async () => {
    const held = await pool.connect();
    const left = new AbortController();
    const sent = send(left.signal, "create table too_late ()");
    left.abort();
    held.release();
    await expect(sent).rejects.toThrow("Nobody waits for the answer");
    expect((await pool.query("select to_regclass('too_late') as found")).rows).toEqual([{ found: null }]);
  });

  it("leaves the ones of others alone", async () => {
    const left = new AbortController();
    await send(left.signal, "select 1");
    left.abort();
    await expect(send(new AbortController().signal, "select 2 as two")).resolves.toMatchObject({ rows: [{ two: 2 }] });
  });

  it("says its own error otherwise", async () => {
    await expect(send(new AbortController().signal, "select 1/0")).rejects.toMatchObject({ code: "22012" });
  });
});

describe("a browser that goes before the answer", () => {
  let api: Awaited<ReturnType<typeof startBusiness>>;
  let client: string;
  let lock: pg.PoolClient;
  beforeAll(async () => {
    api = await startBusiness();
    client = await addClient(api.owner);
  });
  beforeEach(async () => {
    lock = await api.pool.connect();
    await lock.query("begin; lock table client in access exclusive mode");
  });
  afterEach(async () => {
    await lock.query("rollback");
    lock.release();
  });
  afterAll(() => api.stop());

  function ask(query: string) {
    const headers = { ...api.owner.headers, "content-type": "application/json" };
    const asked = request(`${api.url}/graphql`, { method: "POST", headers });
    asked.on("error", () => undefined);
    asked.end(JSON.stringify({ query }));
    return asked;
  }

  it("calls its search off", async () => {
    const asked = ask(`{ clients(filter: { search: "ana" }) { nodes { id } } }`);
    await expect.poll(() => running(api.pool, "client.search like")).toBe(1);
    asked.destroy();
    await expect.poll(() => running(api.pool, "client.search like")).toBe(0);
  });

  it("leaves what it writes to be written, to the last field", async () => {
    const create = (title: string) =>
      `${title}: createTask(clientId: "${client}", input: { title: "${title}" }) { id }`;
    const asked = ask(`mutation { ${create("first")} ${create("second")} }`);
    await expect.poll(() => running(api.pool, "client")).toBe(1);
    asked.destroy();
    await lock.query("commit; begin");
    const titles = "select title from task order by title";
    await expect
      .poll(async () => (await api.pool.query(titles)).rows)
      .toEqual([{ title: "first" }, { title: "second" }]);
  });
});
