import type { Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { startPooler } from "../../test/pooler.ts";
import { openDatabase } from "./orm.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("whatever the database's own settings and whatever is between, sessions are in UTC and read with one plan", async () => {
  const admin = new pg.Client(database.url);
  await admin.connect();
  await admin.query(`alter database ${admin.database} set timezone = 'Pacific/Kiritimati'`);
  await admin.end();
  const pooler = await startPooler(database.url, "session");
  const { pool, planning, em, close } = await openDatabase(pooler.url, [], 24);
  const asked = "select current_setting('timezone') as zone, current_setting('plan_cache_mode') as plans";
  expect((await pool.query(asked)).rows).toEqual([{ zone: "UTC", plans: "force_generic_plan" }]);
  expect((await planning.query(asked)).rows).toEqual([{ zone: "UTC", plans: "auto" }]);
  expect(await em.getConnection().execute(asked)).toEqual([{ zone: "UTC", plans: "auto" }]);
  await close();
  await pooler.stop();
});

test("a connection that breaks off in use refuses its statement, and ends neither the process nor its pool", async () => {
  const { pool, planning, em, close } = await openDatabase(database.url, [], 24);
  const writing = await em.getDriver().getConnection().getNativeClient();
  for (const each of [pool, planning, writing]) {
    const client = await each.connect();
    const refused = expect(client.query("select pg_sleep(600)")).rejects.toThrow("cut");
    (client as typeof client & { connection: { stream: Socket } }).connection.stream.destroy(new Error("cut"));
    await refused;
    client.release();
    expect((await each.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  }
  await close();
});
