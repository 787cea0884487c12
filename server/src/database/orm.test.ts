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
