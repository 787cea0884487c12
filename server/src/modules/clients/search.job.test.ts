import pg from "pg";
import { expect, it, vi } from "vitest";
import { startBusiness } from "../../../test/business.ts";
import { createTestDatabase } from "../../../test/database.ts";
import { functionTexts } from "../../database/functions.ts";
import { migrate } from "../../database/migrate.ts";

const PATIENCE = { timeout: 15_000, interval: 50 };
/** What search read of clients in an older version. */
const older = functionTexts().get("client_search_public")?.replace("c.name", "reverse(c.name)") as string;

it("what search reads is made anew by a job, and nothing else of a client, after its function has changed [F58]", async () => {
  const api = await startBusiness();
  const state = async () =>
    (await api.pool.query("select id, version, updated_at, search, search_public from client order by id")).rows;
  const entries = async () => (await api.pool.query("select count(*) from timeline_entry")).rows;
  await api.pool.query("insert into client (name) select 'Ópera ' || n from generate_series(1, 2500) n");
  const [current, told] = [await state(), await entries()];
  await api.pool.query(older);
  await api.pool.query("update client set name = name where name like '% 2___'");
  expect(await state()).not.toEqual(current);
  await migrate(api.databaseUrl);
  await vi.waitFor(async () => expect(await state()).toEqual(current), PATIENCE);
  expect(await entries()).toEqual(told);
  await api.stop();
});

it("the job is asked for once, and not by a start that changes nothing", async () => {
  const database = await createTestDatabase();
  const client = new pg.Client(database.url);
  await client.connect();
  const asked = async () =>
    (
      await client.query(
        "select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'client.search'",
      )
    ).rows[0].jobs;
  await migrate(database.url);
  expect(await asked()).toBe(0);
  await client.query(older);
  await migrate(database.url);
  await migrate(database.url);
  expect(await asked()).toBe(1);
  await client.end();
  await database.drop();
});
