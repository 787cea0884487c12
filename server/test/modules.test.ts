import pg from "pg";
import { expect, test } from "vitest";
import { unlistedMigrations, unlistedModules } from "../scripts/unlisted.ts";
import { listed, type Module, merged } from "../src/module.ts";
import { accessTopics } from "../src/modules/access/access.ts";
import { modules, references } from "../src/modules/registry.ts";
import { createTestDatabase } from "./database.ts";

test("every migration and every module is listed", () => {
  expect([...unlistedMigrations(), ...unlistedModules()]).toEqual([]);
});

test("each column that refers to a client is told of by one module", async () => {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  // A table that outlives clients refers to them without a foreign key; targets of an operation may be clients.
  const { rows } = await pool.query<{ told: string }>(`
    select conrelid::regclass || '.' || attname as told from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and confrelid = 'client'::regclass
    union select table_name || '.' || column_name from information_schema.columns
      where table_schema = 'public' and column_name = 'client_id'
    union select 'operation_target.record_id'`);
  const told = listed(modules, "hangsOnClient").map(({ table, column }) => `${table}.${column}`);
  expect(told.sort()).toEqual(rows.map((row) => row.told).sort());
  await pool.end();
  await database.drop();
});

test("each topic that triggers note refreshes something in memory, and nothing waits for another", async () => {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  const { rows } = await pool.query<{ topic: string }>(`
    select distinct split_part(encode(tgargs, 'escape'), '\\000', 1) as topic from pg_trigger
      where tgfoid = 'ledger.reference_changed'::regproc`);
  const refreshing = new Set([...references.map(({ topic }) => topic), ...accessTopics]);
  expect([...refreshing].sort()).toEqual(rows.map(({ topic }) => topic).sort());
  await pool.end();
  await database.drop();
});

test("a root field is given to callers by one module only", () => {
  const tags: Module = { access: { "Query.tags": "clients.read", "Mutation.createTag": "tags.write" } };
  const lists: Module = { access: { "Query.lists": "clients.read" } };
  expect(Object.keys(merged([tags, lists, {}], "access"))).toEqual(["Query.tags", "Mutation.createTag", "Query.lists"]);
  const twice: Module = { access: { "Query.tags": "public" } };
  expect(() => merged([tags, twice], "access")).toThrow("Query.tags is in the access of two modules");
});
