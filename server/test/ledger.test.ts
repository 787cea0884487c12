import { readFileSync } from "node:fs";
import "reflect-metadata";
import { type EntityMetadata, MikroORM } from "@mikro-orm/core";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeTables } from "../scripts/tables.ts";
import { ormConfig } from "../src/database/orm.ts";
import { entities } from "../src/modules/registry.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
/** One connection, and so one session: each test runs in a transaction that is rolled back. */
let sql: pg.Client;
let actor: string;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = new pg.Client(database.url);
  await sql.connect();
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});
beforeEach(async (context) => {
  await sql.query("begin");
  context.onTestFinished(async () => {
    await sql.query("rollback");
  });
  actor = await one(
    "insert into app_user (name, email, role) values ('Olga', 'olga@example.com', 'OWNER') returning id",
  );
  // Made before this transaction began, as far as the ledger can tell.
  await sql.query(
    "insert into client (name, email, phone, created_at) select 'Cliente ' || i, 'c' || i || '@example.org', i, now() - interval '1 day' from generate_series(1, 40) i",
  );
});

async function one<T = string>(text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await sql.query({ text, values, rowMode: "array" });
  return rows[0]?.[0] as T;
}
const idOf = (number: number) => one("select id from client where name = $1", [`Cliente ${number}`]);

interface Entry {
  client: string;
  kind: string;
  actor_id: string | null;
  cause: string | null;
  automatic: boolean;
  data: { changes?: Record<string, [unknown, unknown]>; before?: string; after?: string } | null;
}
/** The entries that a piece of work wrote, by client and kind. */
async function written(work: () => Promise<unknown>): Promise<Entry[]> {
  const { rows: before } = await sql.query<{ id: string }>("select id from timeline_entry");
  await work();
  const { rows } = await sql.query<Entry>(
    `select client.name as client, entry.kind, entry.actor_id, entry.cause, entry.automatic, entry.data
     from timeline_entry entry join client on client.id = entry.client_id
     where entry.id <> all ($1::uuid[]) order by client.name, entry.kind`,
    [before.map(({ id }) => id)],
  );
  return rows;
}
const changes = (entries: Entry[]) => entries.map(({ client, data }) => [client, data?.changes]);

/** Refused by the database, whatever it was that tried. */
async function refused(text: string, message: string, values: unknown[] = []): Promise<void> {
  await sql.query("savepoint attempt");
  await expect(sql.query(text, values)).rejects.toThrow(message);
  await sql.query("rollback to attempt");
}

describe("what the ledger writes by itself", () => {
  it("one entry for each row of a statement, with the changed fields only [F96]", async () => {
    const entries = await written(() =>
      sql.query(
        "update client set gender = 'x', phone = phone, name = name where name in ('Cliente 1', 'Cliente 2', 'Cliente 3')",
      ),
    );
    expect(changes(entries)).toEqual(
      ["Cliente 1", "Cliente 2", "Cliente 3"].map((name) => [name, { gender: [null, "x"] }]),
    );
    for (const entry of entries) expect(entry).toMatchObject({ kind: "CLIENT_EDITED", automatic: true });
  });

  it("nothing for a row that did not change, but for what is not its history", async () => {
    expect(
      await written(() =>
        sql.query(
          "update client set gender = gender, updated_at = now() + interval '1 s', version = version + 1, email_shared = true, last_interaction_at = now()",
        ),
      ),
    ).toEqual([]);
    expect(await written(() => sql.query("update client set gender = 'x' where false"))).toEqual([]);
  });

  it("one creation, and for an upsert creations and edits apart [F85]", async () => {
    const entries = await written(() =>
      sql.query(`insert into client (name, email, phone) values ('Nueva', 'nueva@example.org', '1'), ('Cambiada', 'c9@example.org', '2'),
        ('Cliente 10', 'c10@example.org', '10')
        on conflict (email) where deleted_at is null and not email_shared do update set name = excluded.name, phone = excluded.phone`),
    );
    expect(entries.map(({ client, kind }) => [client, kind])).toEqual([
      ["Cambiada", "CLIENT_EDITED"],
      ["Nueva", "CLIENT_CREATED"],
    ]);
    expect(entries[0]?.data?.changes).toEqual({ name: ["Cliente 9", "Cambiada"], phone: ["9", "2"] });
  });

  it("the same for MERGE", async () => {
    const entries = await written(() =>
      sql.query(`merge into client using (values ('c30@example.org', 'M1'), ('m2@example.org', 'M2')) as given (email, name) on client.email = given.email
        when matched then update set name = given.name when not matched then insert (email, name) values (given.email, given.name)`),
    );
    expect(entries.map(({ client, kind }) => [client, kind])).toEqual([
      ["M1", "CLIENT_EDITED"],
      ["M2", "CLIENT_CREATED"],
    ]);
  });

  it("a change of status apart from the rest [F94], and a deletion", async () => {
    const entries = await written(async () => {
      await sql.query("update client set status = 'INACTIVE', gender = 'x' where name = 'Cliente 1'");
      await sql.query("update client set deleted_at = now() where name = 'Cliente 2'");
      await sql.query("update client set deleted_at = now() + interval '1 s' where name = 'Cliente 2'");
    });
    expect(entries.map(({ client, kind, data }) => [client, kind, data])).toEqual([
      ["Cliente 1", "CLIENT_EDITED", { changes: { gender: [null, "x"] } }],
      ["Cliente 1", "STATUS_CHANGED", { before: "PROSPECT", after: "INACTIVE" }],
      ["Cliente 2", "CLIENT_DELETED", null],
    ]);
  });

  it("JSON as it is, null as null, dates as days", async () => {
    const entries = await written(() =>
      sql.query(
        `update client set addresses = '[{"type":"MAIN","city":"Cádiz"}]', birth_date = '1980-02-29', phone = null where name = 'Cliente 1'`,
      ),
    );
    expect(changes(entries)).toEqual([
      [
        "Cliente 1",
        { addresses: [[], [{ type: "MAIN", city: "Cádiz" }]], birth_date: [null, "1980-02-29"], phone: ["1", null] },
      ],
    ]);
    expect(
      await written(() =>
        sql.query(`update client set addresses = '[{"city": "Cádiz", "type": "MAIN"}]' where name = 'Cliente 1'`),
      ),
    ).toEqual([]);
  });

  it("what a foreign key did: a team that was deleted is gone from its clients", async () => {
    const team = await one("insert into team (name) values ('Norte') returning id");
    await sql.query("update client set team_id = $1 where name = 'Cliente 1'", [team]);
    const entries = await written(() => sql.query("delete from team"));
    expect(changes(entries)).toEqual([["Cliente 1", { team_id: [team, null] }]]);
  });

  it("tags added and removed by name, but not those a client is born with [F112]", async () => {
    await sql.query("insert into tag (name, color) values ('VIP', '#000000'), ('Fría', '#111111')");
    const link = "insert into client_tag select client.id, tag.id from client, tag where client.name = ";
    const entries = await written(async () => {
      await sql.query(`${link} 'Cliente 1'`);
      await sql.query("insert into client (name) values ('Nueva')");
      await sql.query(`${link} 'Nueva'`);
    });
    expect(entries.map(({ client, kind, data }) => [client, kind, data?.changes?.tags])).toEqual([
      ["Cliente 1", "CLIENT_EDITED", [null, ["Fría", "VIP"]]],
      ["Nueva", "CLIENT_CREATED", undefined],
    ]);
    const removed = await written(() =>
      sql.query("delete from client_tag using client where client.id = client_id and client.name = 'Cliente 1'"),
    );
    expect(changes(removed)).toEqual([["Cliente 1", { tags: [["Fría", "VIP"], null] }]]);
  });

  it("10,000 entries for an import of 10,000 rows in one statement", async () => {
    await sql.query("insert into client (name) select 'Importado' from generate_series(1, 10000)");
    expect(
      await one(
        "select count(*)::int from timeline_entry join client c on c.id = client_id where c.name = 'Importado' and timeline_entry.kind = 'CLIENT_CREATED'",
      ),
    ).toBe(10_000);
    await sql.query("update client set gender = 'x' where name = 'Importado'");
    expect(
      await one(
        "select count(*)::int from timeline_entry join client c on c.id = client_id where c.name = 'Importado' and timeline_entry.kind = 'CLIENT_EDITED'",
      ),
    ).toBe(10_000);
  });

  it("nothing of what was rolled back to a savepoint", async () => {
    const before = await one("select count(*)::int from timeline_entry");
    await sql.query("savepoint here");
    await sql.query("update client set gender = 'x'");
    expect(await one<number>("select count(*)::int from timeline_entry")).toBe(Number(before) + 40);
    await sql.query("rollback to here");
    expect(await one("select count(*)::int from timeline_entry")).toBe(before);
  });
});

describe("who and why", () => {
  it("are those of the transaction", async () => {
    await sql.query("select set_config('app.actor', $1, true), set_config('app.cause', 'import 7', true)", [actor]);
    const [entry] = await written(() => sql.query("update client set gender = 'x' where name = 'Cliente 1'"));
    expect(entry).toMatchObject({ actor_id: actor, cause: "import 7" });
  });

  it("are nobody and nothing for a writer who named none, also in a session where others did", async () => {
    await sql.query("select set_config('app.actor', $1, true), set_config('app.cause', 'x', true)", [actor]);
    await sql.query("rollback");
    await sql.query("begin");
    expect(await one("select ledger.actor() is null and ledger.cause() is null")).toBe(true);
  });
});

describe("what is written stays", () => {
  const message = "automatic timeline entries cannot be changed";

  it.each([
    "update timeline_entry set title = 'x'",
    "update timeline_entry set deleted_at = now()",
    "update timeline_entry set automatic = false",
    "update timeline_entry set client_id = (select id from client limit 1)",
    "delete from timeline_entry",
  ])("%s is refused for automatic entries [F107]", async (statement) => {
    await refused(statement, message);
  });

  it("not even the whole table can be emptied", async () => {
    await refused("truncate timeline_entry cascade", "the timeline is append-only");
    await refused("truncate client cascade", "the timeline is append-only");
  });

  it("a client with history cannot be removed from under it", async () => {
    await refused("delete from client where name = 'Cliente 1'", "violates foreign key constraint");
  });

  it("a client's id is its identity", async () => {
    await refused("update client set id = uuidv7() where name = 'Cliente 1'", "the id of a client cannot be changed");
    await sql.query("update client set id = id");
  });

  it("a merge may move entries to another client, and change nothing else of them", async () => {
    const [from, to] = [await idOf(1), await idOf(2)];
    await sql.query("select set_config('app.cause', 'merge 42', true)");
    await refused("update timeline_entry set client_id = $2, title = 'x' where client_id = $1", message, [from, to]);
    await refused("delete from timeline_entry where client_id = $1", message, [from]);
    const { rowCount } = await sql.query("update timeline_entry set client_id = $2 where client_id = $1", [from, to]);
    expect(rowCount).toBe(1);
  });

  it("manual entries may be edited and marked as deleted", async () => {
    await sql.query("insert into timeline_entry (client_id, kind, automatic) values ($1, 'NOTE', false)", [
      await idOf(1),
    ]);
    const { rowCount } = await sql.query(
      "update timeline_entry set title = 'x', deleted_at = now() where not automatic",
    );
    expect(rowCount).toBe(1);
  });
});

describe("the last interaction", () => {
  const last = () => one<Date | null>("select last_interaction_at from client where name = 'Cliente 1'");
  const note = async (at: string, automatic = false) =>
    sql.query("insert into timeline_entry (client_id, kind, automatic, occurred_at) values ($1, 'NOTE', $2, $3)", [
      await idOf(1),
      automatic,
      at,
    ]);

  it("is the latest moment that a person wrote down, in whatever order [F31]", async () => {
    expect(await last()).toBeNull();
    await note("2026-01-02T00:00:00Z");
    await note("2026-01-01T00:00:00Z");
    await note("2026-01-03T00:00:00Z", true);
    expect(await last()).toEqual(new Date("2026-01-02T00:00:00Z"));
    await note("2026-01-04T00:00:00Z");
    expect(await last()).toEqual(new Date("2026-01-04T00:00:00Z"));
  });

  it("leaves no entry of its own and no new version", async () => {
    expect(await written(() => note("2026-01-02T00:00:00Z"))).toHaveLength(1);
    expect(await one("select version from client where name = 'Cliente 1'")).toBe(1);
  });
});

describe("what processes keep in memory", () => {
  const topics = async (work: string) => {
    const before = await one("select coalesce(max(id), 0) from reference_change");
    await sql.query(work);
    const { rows } = await sql.query<{ topic: string }>(
      "select distinct topic from reference_change where id > $1 order by 1",
      [before],
    );
    return rows.map(({ topic }) => topic);
  };

  it.each([
    ["update app_user set name = 'Otra'", ["people"]],
    ["insert into team (name) values ('T')", ["people"]],
    ["insert into tag (name, color) values ('T', '#000000')", ["tags"]],
    [
      "insert into settings (business_name, locale, time_zone, currency) values ('B', 'es', 'UTC', 'EUR')",
      ["settings"],
    ],
    ["delete from session", ["access"]],
    ["update api_key set expires_at = now()", ["access"]],
    ["update api_key set last_used_at = now()", []],
    ["update session set last_seen_at = now()", []],
    ["update client set gender = 'x'", []],
  ])("%s tells of %j", async (work, expected) => {
    expect(await topics(work)).toEqual(expected);
  });
});

describe("the code's picture of the database", () => {
  interface Column {
    table_name: string;
    column_name: string;
    nullable: boolean;
  }
  const columns = async () =>
    (
      await sql.query<Column>(
        `select table_name, column_name, is_nullable = 'YES' as nullable from information_schema.columns
         where table_schema = 'public' and table_name <> 'mikro_orm_migrations' order by 1, 2`,
      )
    ).rows;

  it("tables.ts is what `pnpm tables` writes", async () => {
    const committed = readFileSync(new URL("../src/database/tables.ts", import.meta.url), "utf8");
    expect(committed, "Run `pnpm tables`, look at src/database/tables.ts and commit it.").toBe(
      await describeTables(sql),
    );
  });

  it("every column of an entity exists and may be null where the entity says so", async () => {
    const orm = await MikroORM.init(ormConfig(database.url, entities));
    const stored = new Map(
      (await columns()).map(({ table_name, column_name, nullable }) => [`${table_name}.${column_name}`, nullable]),
    );
    const declared = [...orm.getMetadata().getAll().values()].flatMap((meta: EntityMetadata) =>
      Object.values(meta.properties).flatMap((property) =>
        property.fieldNames.map((column) => [`${meta.tableName}.${column}`, Boolean(property.nullable)] as const),
      ),
    );
    expect(declared.length).toBeGreaterThan(60);
    for (const [column, nullable] of declared) expect([column, nullable]).toEqual([column, stored.get(column)]);
    await orm.close(true);
  });
});
