import { MikroORM } from "@mikro-orm/core";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ormConfig } from "../src/database/orm.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

const BEFORE = "Migration20261126184500_phone_instead_of_email";
let database: TestDatabase;
let pool: pg.Pool;

/** A database as it was before the texts were brought in line, with what could be written then, and then brought in line. */
beforeAll(async () => {
  database = await createTestDatabase("template0");
  pool = new pg.Pool({ connectionString: database.url });
  const orm = await MikroORM.init(ormConfig(database.url, []));
  await orm.migrator.up({ to: BEFORE });
  await pool.query(String.raw`
    insert into settings (business_name, locale, time_zone, currency, country) values ('B', 'es', 'UTC', 'MXN', 'MX');
    insert into app_user (name, email, role) values ('Ana', 'ana@xn--kln-sna.test', 'OWNER');
    insert into tag (id, name, color, created_at) values
      ('00000000-0000-7000-8000-000000000001', 'VIP', '#000000', '2026-01-01'),
      ('00000000-0000-7000-8000-000000000002', E'VIP\u200B', '#000000', '2026-01-02'),
      ('00000000-0000-7000-8000-000000000003', E'V\u00ADIP', '#000000', '2026-01-03');
    insert into team (name) values ('Norte'), (E'Norte\u2060'), ('Norte 2');
    insert into client (id, name, phone, mobile, email, website, addresses) values
      ('00000000-0000-7000-8000-00000000000a', '김민수 주식회사', '+52 1 55 5555 0099', 'preguntar', 'mail@xn--kln-sna.test', 'https:////example.test',
        '[{"type": "MAIN", "city": "서울"}]'),
      ('00000000-0000-7000-8000-00000000000b', E'\u200B', '+5215555550088', null, null, null, '[]'),
      ('00000000-0000-7000-8000-00000000000c', E'Dos\nlíneas', null, null, null, null, '[]');
    insert into client_tag values
      ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000002'),
      ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000003'),
      ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000001');
    insert into saved_filter (owner_id, name, filter) select id, 'F', '{"tagIds": ["00000000-0000-7000-8000-000000000002"]}' from app_user;
    update client set contact_person = 'Ana' where id <> '00000000-0000-7000-8000-00000000000c';
    insert into contact (client_id, name, is_primary) values ('00000000-0000-7000-8000-00000000000c', 'Eva', true);
    insert into bulk_operation (id, kind, status, matched, done) values
      ('00000000-0000-7000-8000-0000000000e1', 'ASSIGN', 'RUNNING', 3, 2), ('00000000-0000-7000-8000-0000000000e2', 'TAG', 'STOPPING', 1, 0);
    insert into bulk_target (operation_id, client_id, outcome, before) values
      ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-00000000000a', 'CHANGED', '{"team_id": null}'),
      ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-00000000000b', 'GONE', null),
      ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-00000000000c', null, null);
    insert into contact (client_id, name, phone, is_primary) values ('00000000-0000-7000-8000-00000000000a', '佐藤', '044 55 5555 0077', true);`);
  await orm.migrator.up();
  await orm.close(true);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const rows = async (sql: string) => (await pool.query(sql)).rows;

it("names, addresses and numbers from before are as they are stored now, and nothing else is lost", async () => {
  expect(await rows("select name, phone, mobile, email, website from client order by id")).toEqual([
    {
      name: "김민수 주식회사",
      phone: "+525555550099",
      mobile: "preguntar",
      email: "mail@köln.test",
      website: "https://example.test",
    },
    { name: "—", phone: "+525555550088", mobile: null, email: null, website: null },
    { name: "Dos líneas", phone: null, mobile: null, email: null, website: null },
  ]);
  expect(await rows("select email from app_user")).toEqual([{ email: "ana@köln.test" }]);
  expect(await rows("select phone from contact where name = '佐藤'")).toEqual([{ phone: "+525555550077" }]);
});

it("tags that are one now are one, and other names that would be refused have a number [F111]", async () => {
  expect(await rows("select name from tag")).toEqual([{ name: "VIP" }]);
  expect(await rows("select count(*)::int as links from client_tag")).toEqual([{ links: 2 }]);
  expect(await rows("select filter from saved_filter")).toEqual([
    { filter: { tagIds: ["00000000-0000-7000-8000-000000000001"] } },
  ]);
  expect(await rows("select name from team order by id")).toEqual([
    { name: "Norte" },
    { name: "Norte 3" },
    { name: "Norte 2" },
  ]);
});

it("what search reads is what a client that is written now would have", async () => {
  expect(
    await rows(`select count(*)::int as stale from client
      where (search, search_public) is distinct from (client_search(client), client_search_public(client))
        or main_city_key is distinct from fold(main_place(addresses, 'city'))`),
  ).toEqual([{ stale: 0 }]);
  const found =
    "select count(*)::int as found from client where deleted_at is null and search like '%' || fold($1) || '%'";
  for (const text of ["민수", "佐藤", "köln", "525555550099"]) {
    expect((await pool.query(found, [text])).rows).toEqual([{ found: 1 }]);
  }
});

it("whom to ask for is the primary contact, and a name that stood on the record alone is a contact", async () => {
  expect(
    await rows(
      "select c.contact_person, k.name, k.is_primary from client c join contact k on k.client_id = c.id order by c.id, k.id",
    ),
  ).toEqual([
    { contact_person: "佐藤", name: "佐藤", is_primary: true },
    { contact_person: "佐藤", name: "Ana", is_primary: false },
    { contact_person: "Ana", name: "Ana", is_primary: true },
    { contact_person: "Eva", name: "Eva", is_primary: true },
  ]);
  expect(
    await rows(
      "select data -> 'changes' -> 'contact_person' as told from timeline_entry where kind = 'CLIENT_EDITED' and data -> 'changes' ? 'contact_person' and cause = 'bulk'",
    ),
  ).toEqual([{ told: ["Ana", "佐藤"] }]);
});

it("work that ran when the update came is interrupted, and what it did can be taken back", async () => {
  expect(
    await rows("select kind, status, changed, finished_at is not null as ended from operation order by id"),
  ).toEqual([
    { kind: "TEAM", status: "INTERRUPTED", changed: 1, ended: true },
    { kind: "TAG", status: "STOPPED", changed: 0, ended: true },
  ]);
  expect(await rows("select position, outcome, reason from operation_target order by position")).toEqual([
    { position: 1, outcome: "CHANGED", reason: null },
    { position: 2, outcome: "LEFT", reason: "errors.notFound" },
    { position: 3, outcome: null, reason: null },
  ]);
});
