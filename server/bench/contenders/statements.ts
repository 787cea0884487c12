/**
 * The best SQL a person would write by hand for each question, PostgreSQL building the whole answer. `raw` sends it as a
 * prepared statement and passes the text on.
 */
const visible = "c.deleted_at is null and c.status <> 'INACTIVE'";
const person = (id: string) => `(select to_json(u) from (select id, name from app_user where id = ${id}) u)`;
const tags = `(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) order by t.name), '[]')
  from client_tag ct join tag t on t.id = ct.tag_id where ct.client_id = c.id)`;
const row = `c.id, c.kind, c.name, c.contact_person as "contactPerson", c.email, c.phone, c.mobile, c.whatsapp, c.status,
  c.created_at as "createdAt", c.last_interaction_at as "lastInteractionAt", ${person("c.owner_id")} as owner, ${tags} as tags`;
const latest = "c.created_at desc, c.id desc";

/** A page of fifty out of a source of at most 51 rows named c. */
const page = (source: string, count = "") => `
  select json_build_object('data', json_build_object('clients', json_build_object(
    'nodes', coalesce(json_agg(o.node) filter (where o.n <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(o.cursor) filter (where o.n = 50))${count})))::text as answer
  from (select row_number() over (order by ${latest}) as n, c.created_at || ',' || c.id as cursor,
    (select to_json(r) from (select ${row}) r) as node from (${source}) c) o`;

/** One index scan per team, merged. */
const ofTeams = (teams: string, where: string, limit: number) => `
  select c.* from unnest(${teams}::uuid[]) team cross join lateral (
    select * from client c where c.team_id = team and ${where} order by ${latest} limit ${limit}) c
  order by ${latest} limit ${limit}`;

const filtered = (
  team: string,
) => `c.deleted_at is null and c.status = $1::client_status and c.created_at >= $2::timestamptz
  and c.created_at < $3::timestamptz and exists (select from client_tag ct where ct.client_id = c.id and ct.tag_id = $4::uuid) ${team}`;
const filteredPage = (team: string) =>
  page(
    `select * from client c where ${filtered(team)} order by ${latest} limit 51`,
    `, 'totalCount', (select count(*) from (select from client c where ${filtered(team)} limit 10001) counted)`,
  );

/** Any 500 that match, then the latest twenty of them: quick, and wrong for common words. */
const search = (words: number, team = "") => `
  select json_build_object('data', json_build_object('clients', json_build_object('nodes', coalesce(json_agg(o), '[]'))))::text as answer
  from (select id, kind, name, contact_person as "contactPerson", email, phone, status from (
    select * from client c where ${visible} ${Array.from({ length: words }, (_, i) => `and c.search like $${i + 1}`).join(" ")} ${team}
    limit 500) c order by ${latest} limit 20) o`;

const entries = `(select coalesce(json_agg(o.node order by o.occurred_at desc, o.id desc) filter (where o.n <= 20), '[]') as nodes, count(*) > 20 as more,
    max(o.occurred_at || ',' || o.id) filter (where o.n = 20) as cursor
  from (select row_number() over () as n, e.occurred_at, e.id, (select to_json(r) from (select
      e.id, e.kind, e.automatic, e.occurred_at as "occurredAt", e.title, e.description, e.stage, ${person("e.actor_id")} as actor,
      case e.kind when 'CLIENT_EDITED' then (select json_agg(json_build_object(
        'field', case change.key when 'contact_person' then 'contactPerson' else change.key end,
        'before', change.value -> 0, 'after', change.value -> 1)) from jsonb_each(e.data -> 'changes') change) end as changes,
      case e.kind when 'STATUS_CHANGED' then e.data ->> 'before' end as before,
      case e.kind when 'STATUS_CHANGED' then e.data ->> 'after' end as after) r) as node
    from (select * from timeline_entry e where e.client_id = c.id and e.deleted_at is null
      order by e.occurred_at desc, e.id desc limit 21) e) o) e`;
const record = (team: string) => `
  select json_build_object('data', json_build_object('client', (select to_json(o) from (
    select c.id, c.kind, c.name, c.contact_person as "contactPerson", c.first_name as "firstName", c.last_name as "lastName",
      c.language, c.email, c.phone, c.mobile, c.whatsapp, c.website, c.status, c.addresses, c.created_at as "createdAt",
      c.updated_at as "updatedAt", c.last_interaction_at as "lastInteractionAt", c.version,
      json_build_object('legalName', c.tax_legal_name, 'country', c.tax_country, 'taxId', c.tax_id) as "taxProfile",
      ${person("c.owner_id")} as owner, (select to_json(t) from (select id, name from team where id = c.team_id) t) as team,
      ${tags} as tags,
      (select json_build_object('nodes', e.nodes, 'pageInfo', json_build_object('hasNextPage', e.more, 'endCursor', e.cursor))
        from ${entries}) as timeline
    from client c where c.id = $1::uuid and c.deleted_at is null ${team}) o)))::text as answer`;

export const statements = {
  list: page(`select * from client c where ${visible} order by ${latest} limit 51`),
  teamList: page(ofTeams("$1", visible, 51)),
  record: record(""),
  teamRecord: record("and c.team_id = any($2::uuid[])"),
  filter: filteredPage(""),
  teamFilter: filteredPage("and c.team_id = any($5::uuid[])"),
  search1: search(1),
  search2: search(2),
  teamSearch1: search(1, "and c.team_id = any($2::uuid[])"),
  teamSearch2: search(2, "and c.team_id = any($3::uuid[])"),
  create: `with actor as (select set_config('app.actor', $4, true)),
    made as (insert into client (name, email, phone, source_channel) select $1, lower($2), $3, 'API' from actor returning *)
    select json_build_object('data', json_build_object('createClient', (select to_json(o) from (
      select id, name, email, phone, status, created_at as "createdAt", version from made) o)))::text as answer`,
} as const;

export type StatementName = keyof typeof statements;
