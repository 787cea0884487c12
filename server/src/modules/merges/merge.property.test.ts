import { afterAll, beforeAll, expect, it } from "vitest";
import { startBusiness } from "../../../test/business.ts";

const MERGE = "mutation ($input: MergeClientsInput!) { mergeClients(input: $input) { mergeId moved } }";
const UNDO = "mutation ($id: ID!) { undoMerge(id: $id) { id } }";
const ROUNDS = 8;

let business: Awaited<ReturnType<typeof startBusiness>>;
beforeAll(async () => {
  business = await startBusiness();
  await business.pool.query(`
    insert into tag (name, color) select 'Etiqueta ' || i, 'blue' from generate_series(1, 4) i;
    insert into client_list (name, newsletter) select 'Lista ' || i, i > 2 from generate_series(1, 4) i;
    insert into team (name) values ('Norte'), ('Sur');
    insert into custom_field (key, label, type, position) values
      ('zona', 'Zona', 'TEXT', 1), ('deuda', 'Deuda', 'NUMBER', 2), ('fijo', 'Fijo', 'PHONE', 3);
    insert into file_object (sha256, mime, size, bytes) select sha256('x'), 'image/webp', 1, 'x' from generate_series(1, 3)`);
});
afterAll(() => business.stop());

const sql = async (text: string, values: unknown[] = []) => (await business.pool.query(text, values)).rows;

/** Clients with some of everything that hangs on one, as the seed has it. */
async function someClients(count: number, seed: number): Promise<string[]> {
  return (await sql("select merge_some($1, $2) as id", [count, seed / ROUNDS])).map(({ id }) => id as string);
}

/** In the database, so that hundreds of rows are one round trip. */
const MAKE = `create function maybe(value anyelement, often float default 0.5) returns anyelement language sql volatile
    as $$ select case when random() < often then value end $$;
  create function one_of(among anycompatiblearray) returns anycompatible language sql volatile
    as $$ select among[1 + floor(random() * cardinality(among))::int] $$;
  create function merge_some(many int, seed float) returns setof uuid language plpgsql as $$
  declare
    made uuid;
    person uuid := (select id from app_user limit 1);
  begin
    perform setseed(seed);
    for i in 1..many loop
      insert into client (name, kind, first_name, email, phone, mobile, website, birth_date, language, status, status_before_inactive,
        tax_id, tax_check_digit, addresses, owner_id, team_id, custom, newsletter_status, avatar_id, email_shared)
      values (concat('Cliente ', i, maybe(text ' S.A.')), one_of('{COMPANY,PERSON}'::client_kind[]), maybe(text 'Ana'), maybe(gen_random_uuid() || '@example.test'),
        maybe('+50726503' || (10 + i)), maybe(text '+50766120345'), maybe(text 'https://example.test'), maybe(date '1985-07-09' + i), maybe(text 'es'),
        one_of('{PROSPECT,CLIENT,INACTIVE}'::client_status[]), maybe('PROSPECT'::client_status), maybe('8-77-' || i), maybe(text '12'),
        coalesce(maybe(jsonb_build_array(jsonb_build_object('type', 'SHIPPING', 'line1', 'Muelle ' || i),
          jsonb_build_object('type', 'MAIN', 'line1', 'Calle ' || i, 'city', maybe(text 'David'))), 0.6), '[]'::jsonb),
        maybe(person), maybe((select id from team order by random() limit 1)),
        jsonb_strip_nulls(jsonb_build_object('zona', maybe('Zona ' || i), 'deuda', maybe(i * 12.5), 'fijo', maybe('+50726500' || (10 + i)))),
        one_of('{NEVER,SUBSCRIBED,UNSUBSCRIBED}'::newsletter_status[]),
        maybe((select id from file_object order by random() limit 1), 0.3), false)
      returning id into made;
      insert into client_tag select made, id from tag where random() < 0.5;
      insert into client_list_member select made, id, case when newsletter then one_of('{PENDING,SUBSCRIBED,UNSUBSCRIBED}'::newsletter_status[])
        else 'SUBSCRIBED' end, now() - interval '1 day' * floor(random() * 9) from client_list where random() < 0.6;
      insert into contact (client_id, name, email, is_primary, active)
      select made, 'Contacto ' || i || k, maybe(text 'ana@example.test'), k = 1, k = 1 or random() < 0.7 from generate_series(1, floor(random() * 4)::int) k;
      insert into task (client_id, title, deleted_at) select made, 'Llamar', maybe(now(), 0.3) from generate_series(1, floor(random() * 4)::int);
      insert into appointment (client_id, title, starts_at, ends_at, time_zone)
      select made, 'Visita', now(), now() + interval '1 hour', 'UTC' from generate_series(1, floor(random() * 3)::int);
      insert into timeline_entry (client_id, kind, automatic, actor_id, description, contact_id, deleted_at)
      select made, 'NOTE', false, person, 'Nota', (select id from contact where client_id = made limit 1), maybe(now(), 0.3)
        from generate_series(1, floor(random() * 6)::int);
      insert into client_file (client_id, name, mime, size, sha256, kept_at, deleted_at)
      select made, 'a.pdf', 'application/pdf', 1, sha256('x'), maybe(now(), 0.7), maybe(now(), 0.3) from generate_series(1, floor(random() * 4)::int);
      insert into notification (user_id, kind, client_id) select person, 'CLIENT_ASSIGNED', made from generate_series(1, floor(random() * 3)::int);
      return next made;
    end loop;
  end $$`;

/** All that there is but the ledger of the merges themselves, and what tells how often a row was written. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = [
    "client",
    "contact",
    "task",
    "appointment",
    "client_tag",
    "client_list_member",
    "client_file",
    "notification",
  ];
  const queries = [...tables, "custom_range", "merged_client", "timeline_entry", "timeline_revision"].map(
    (table) => `select '${table}' as name, array_agg(line order by line) as rows
      from (select (to_jsonb(row) - array['version', 'updated_at'])::text as line from ${table} row
        ${table === "timeline_entry" ? "where not coalesce(cause like 'merge%', false)" : ""}) lines`,
  );
  return Object.fromEntries((await sql(queries.join(" union all "))).map(({ name, rows }) => [name, rows ?? []]));
}

/** How many rows of each kind clients have together. */
const counts = (ids: string[]) =>
  sql(
    `select (select count(*) from contact where client_id = any($1)) as contacts, (select count(*) from task where client_id = any($1)) as tasks,
      (select count(*) from appointment where client_id = any($1)) as appointments, (select count(*) from client_file where client_id = any($1)) as files,
      (select count(*) from notification where client_id = any($1)) as notifications,
      (select count(*) from timeline_entry where client_id = any($1) and not coalesce(cause like 'merge%', false)) as entries,
      (select count(distinct tag_id) from client_tag where client_id = any($1)) as tags,
      (select count(distinct list_id) from client_list_member where client_id = any($1)) as lists,
      (select count(distinct list_id) from client_list_member where client_id = any($1) and state = 'UNSUBSCRIBED') as refused,
      (select count(*) from contact where client_id = any($1) and is_primary) > 0 as primary`,
    [ids],
  );

it("merging keeps every row of every kind, and undoing it is the identity, whatever clients have [F135, B1]", async () => {
  await business.pool.query(MAKE);
  for (let seed = 0; seed < ROUNDS; seed++) {
    const ids = await someClients(2 + (seed % 3), seed);
    const [survivorId, ...otherIds] = ids as [string, ...string[]];
    const fields = {
      email: otherIds[0],
      name: otherIds[0],
      contactPerson: ids.at(-1),
      status: otherIds[0],
      avatarUrl: otherIds[0],
      "addresses.MAIN": otherIds[0],
    };
    const before = await everything();
    const together = await counts(ids);
    const input = { survivorId, otherIds, fields: seed % 2 ? fields : undefined };
    const { mergeClients } = await business.owner.ok<{ mergeClients: { mergeId: string } }>(MERGE, { input });
    expect(await counts([survivorId]), `round ${seed}`).toEqual(together);
    await business.owner.ok(UNDO, { id: mergeClients.mergeId });
    expect(await everything(), `round ${seed}`).toEqual(before);
  }
});
