import { MikroORM } from "@mikro-orm/core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionTexts } from "../src/database/functions.ts";
import { migrate } from "../src/database/migrate.ts";
import { ormConfig } from "../src/database/orm.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
let db: pg.Client;
/** Brought up by migrations alone, as a restored backup is before its rows come. */
let bare: TestDatabase;
beforeAll(async () => {
  [database, bare] = await Promise.all([createTestDatabase(), createTestDatabase("template0")]);
  db = new pg.Client(database.url);
  await db.connect();
  const orm = await MikroORM.init(ormConfig(bare.url, []));
  await orm.migrator.up();
  await orm.close(true);
});
afterAll(async () => {
  await db.end();
  await Promise.all([database.drop(), bare.drop()]);
});

/** Ours: neither an extension's, nor the one that stands in for what PostgreSQL 18 has. */
const OURS = `nspname in ('public', 'ledger', 'tally') and proname <> 'uuidv7'
  and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`;

async function installed(client = db): Promise<Record<string, string>> {
  const { rows } = await client.query(
    `select concat(nullif(nspname, 'public') || '.', proname) as name, pg_get_functiondef(pg_proc.oid) as text
     from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${OURS} order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
}

/** When each was written last, as the number of the transaction. */
async function writtenBy(): Promise<Record<string, string>> {
  const { rows } = await db.query(
    `select proname as name, pg_proc.xmin::text as xid from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${OURS}`,
  );
  return Object.fromEntries(rows.map(({ name, xid }) => [name, xid]));
}

describe("functions of the database", () => {
  it("each has a file with its whole text, and no other is left over", async () => {
    const found = await installed();
    expect(Object.keys(found).sort()).toEqual([...functionTexts().keys()].sort());
    await db.query("begin");
    for (const text of functionTexts().values()) await db.query(text);
    const asWritten = await installed();
    await db.query("rollback");
    expect(found).toEqual(asWritten);
  });

  it("a file makes the function that it is named after, and nothing else but its triggers", () => {
    for (const [name, text] of functionTexts()) {
      const made = [...text.matchAll(/^create (or replace )?(\w+) ([\w.]+)/gim)].filter(
        ([, , what]) => what !== "trigger",
      );
      expect(made.map(([, replaced, what, whose]) => [replaced, what, whose])).toEqual([
        ["or replace ", "function", name],
      ]);
    }
  });

  it("one that is not what its file says is made anew at the next start, others are left alone", async () => {
    const [before, written] = [await installed(), await writtenBy()];
    await db.query("create or replace function ledger.moment() returns timestamptz language sql stable return now()");
    await db.query("comment on function phone_key is 'of another text'");
    await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(await installed()).toEqual(before);
    const { moment, phone_key, ...others } = await writtenBy();
    expect([moment, phone_key]).not.toContain(written.moment);
    expect({ ...others, moment: written.moment, phone_key: written.phone_key }).toEqual(written);
  });

  it("what indexes and columns are made of is written by a migration too, which makes those anew", async () => {
    const client = new pg.Client(bare.url);
    await client.connect();
    const byMigrations = await installed(client);
    await client.end();
    const { rows } = await db.query(
      `with recursive used as (
         select refobjid as id from pg_depend
         where refclassid = 'pg_proc'::regclass and classid in ('pg_class'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass)
         union select pg_depend.refobjid from used join pg_depend on objid = used.id
         where classid = 'pg_proc'::regclass and refclassid = 'pg_proc'::regclass)
       select concat(nullif(nspname, 'public') || '.', proname) as name
       from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${OURS} and pg_proc.oid in (select id from used)`,
    );
    const names: string[] = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["fold", "duplicate_keys", "phone_key", "ledger.of_many"]));
    const now = await installed();
    for (const name of names) expect([name, byMigrations[name]]).toEqual([name, now[name]]);
  });
});
