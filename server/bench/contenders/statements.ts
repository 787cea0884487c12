/**
 * The best SQL a person would write by hand for each question, PostgreSQL building the whole answer. `raw` sends it as a
 * prepared statement and passes the text on.
 */
const visible = "c.deleted_at is null and c.status <> 'INACTIVE'";
const latest = "c.created_at desc, c.id desc";
const columns =
  "c.id, c.kind, c.name, c.contact_person, c.email, c.phone, c.mobile, c.whatsapp, c.status, c.owner_id, c.created_at, c.last_interaction_at";
const tag = "json_build_object('id', t.id, 'name', t.name, 'color', t.color)";
const owner = "case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end";
const row = `json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'contactPerson', c.contact_person, 'email', c.email,
  'phone', c.phone, 'mobile', c.mobile, 'whatsapp', c.whatsapp, 'status', c.status, 'createdAt', c.created_at,
  'lastInteractionAt', c.last_interaction_at, 'owner', ${owner}, 'tags', coalesce(t.tags, '[]'))`;

/** A page of fifty out of a source of at most 51 rows; owners and tags are joined once for all. */
const page = (source: string, count = "") => `
  with page as (${source}), tagged as (
    select ct.client_id, json_agg(${tag} order by t.name) as tags
    from client_tag ct join tag t on t.id = ct.tag_id where ct.client_id in (select id from page) group by ct.client_id)
  select json_build_object('data', json_build_object('clients', json_build_object(
    'nodes', coalesce(json_agg(${row} order by ${latest}) filter (where c.n <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50,
      'endCursor', max(c.created_at || ',' || c.id) filter (where c.n = 50))${count})))::text as answer
  from (select *, row_number() over (order by ${latest}) as n from page c) c
  left join app_user u on u.id = c.owner_id left join tagged t on t.client_id = c.id`;

/** One index scan per team, merged; the inner select keeps PostgreSQL from planning anew for each array. */
const ofTeams = (teams: string, where: string, limit: number) => `
  select c.* from (select distinct unnest((select ${teams}::uuid[])) as team) team cross join lateral (
    select ${columns} from client c where c.team_id = team.team and ${where} order by ${latest} limit ${limit}) c
  order by ${latest} limit ${limit}`;

const filtered = (
  team: string,
) => `c.deleted_at is null and c.status = $1::client_status and c.created_at >= $2::timestamptz
  and c.created_at < $3::timestamptz and exists (select from client_tag ct where ct.client_id = c.id and ct.tag_id = $4::uuid) ${team}`;
const filteredPage = (team: string) =>
  page(
    `select ${columns} from client c where ${filtered(team)} order by ${latest} limit 51`,
    `, 'totalCount', (select count(*) from (select from client c where ${filtered(team)} limit 10001) counted)`,
  );

/** One more condition in place of status, dates and tag, with its value as $1; the count up to 10,001 comes along. */
const narrowed = (condition: string) =>
  page(
    `select ${columns} from client c where ${visible} and ${condition} order by ${latest} limit 51`,
    `, 'totalCount', (select count(*) from (select from client c where ${visible} and ${condition} limit 10001) counted)`,
  );
const conditions = {
  owner: "c.owner_id = $1::uuid",
  list: "exists (select from client_list_member m where m.client_id = c.id and m.list_id = $1::uuid and m.state <> 'UNSUBSCRIBED')",
  customIs: "c.custom @> $1::jsonb",
  customFrom:
    "exists (select from custom_range r where r.client_id = c.id and r.key = 'potencial' and r.value >= $1::numeric)",
  // The text that is searched holds the value too, and has an index.
  customPart: "c.search like $1 and fold(c.custom ->> 'apodo') like $1",
};

/** Any 500 that match, then the latest twenty of them: quick, and wrong for common words. */
const search = (words: number, team = "") => `
  select json_build_object('data', json_build_object('clients', json_build_object('nodes', coalesce(json_agg(o), '[]'))))::text as answer
  from (select id, kind, name, contact_person as "contactPerson", email, phone, status from (
    select * from client c where ${visible} ${Array.from({ length: words }, (_, i) => `and c.search like $${i + 1}`).join(" ")} ${team}
    limit 500) c order by ${latest} limit 20) o`;

const entries = (
  before = "",
) => `(select coalesce(json_agg(o.node order by o.occurred_at desc, o.id desc) filter (where o.n <= 20), '[]') as nodes,
    count(*) > 20 as more, max(o.occurred_at || ',' || o.id) filter (where o.n = 20) as cursor
  from (select row_number() over (order by e.occurred_at desc, e.id desc) as n, e.occurred_at, e.id, json_build_object(
      'id', e.id, 'kind', e.kind, 'automatic', e.automatic, 'occurredAt', e.occurred_at, 'title', e.title,
      'description', e.description, 'stage', e.stage, 'actor', ${owner},
      'changes', case e.kind when 'CLIENT_EDITED' then (select json_agg(json_build_object(
        'field', case change.key when 'contact_person' then 'contactPerson' else change.key end,
        'before', change.value -> 0, 'after', change.value -> 1)) from jsonb_each(e.data -> 'changes') change) end,
      'before', case e.kind when 'STATUS_CHANGED' then e.data -> 'before' end,
      'after', case e.kind when 'STATUS_CHANGED' then e.data -> 'after' end) as node
    from (select * from timeline_entry e where e.client_id = c.id and e.deleted_at is null ${before}
      order by e.occurred_at desc, e.id desc limit 21) e left join app_user u on u.id = e.actor_id) o) e`;
const record = (team: string) => `
  select json_build_object('data', json_build_object('client', (select json_build_object(
      'id', c.id, 'kind', c.kind, 'name', c.name, 'contactPerson', c.contact_person, 'firstName', c.first_name,
      'lastName', c.last_name, 'language', c.language, 'email', c.email, 'phone', c.phone, 'mobile', c.mobile,
      'whatsapp', c.whatsapp, 'website', c.website, 'status', c.status, 'addresses', c.addresses, 'createdAt', c.created_at,
      'updatedAt', c.updated_at, 'lastInteractionAt', c.last_interaction_at, 'version', c.version,
      'taxProfile', json_build_object('legalName', c.tax_legal_name, 'country', c.tax_country, 'taxId', c.tax_id),
      'owner', ${owner}, 'team', case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end,
      'tags', (select coalesce(json_agg(${tag} order by t.name), '[]')
        from client_tag ct join tag t on t.id = ct.tag_id where ct.client_id = c.id),
      'timeline', (select json_build_object('nodes', e.nodes, 'pageInfo', json_build_object('hasNextPage', e.more, 'endCursor', e.cursor))
        from ${entries()}))
    from client c left join app_user u on u.id = c.owner_id left join team m on m.id = c.team_id
    where c.id = $1::uuid and c.deleted_at is null ${team})))::text as answer`;

export const statements = {
  latest: page(`select ${columns} from client c where ${visible} order by ${latest} limit 51`),
  teamList: page(ofTeams("$1", visible, 51)),
  record: record(""),
  teamRecord: record("and c.team_id = any($2::uuid[])"),
  filter: filteredPage(""),
  teamFilter: filteredPage("and c.team_id = any($5::uuid[])"),
  ofOwner: narrowed(conditions.owner),
  onList: narrowed(conditions.list),
  customIs: narrowed(conditions.customIs),
  customFrom: narrowed(conditions.customFrom),
  customPart: narrowed(conditions.customPart),
  search1: search(1),
  search2: search(2),
  teamSearch1: search(1, "and c.team_id = any($2::uuid[])"),
  teamSearch2: search(2, "and c.team_id = any($3::uuid[])"),
  timeline: `select json_build_object('data', json_build_object('client', (select json_build_object('id', c.id,
      'timeline', (select json_build_object('nodes', e.nodes, 'pageInfo', json_build_object('hasNextPage', e.more, 'endCursor', e.cursor))
        from ${entries("and e.occurred_at < $2::timestamptz")}))
    from client c where c.id = $1::uuid and c.deleted_at is null)))::text as answer`,
  note: `with actor as (select set_config('app.actor', $3, true)),
    made as (insert into timeline_entry (client_id, kind, automatic, actor_id, description)
      select $1::uuid, 'NOTE', false, $3::uuid, $2 from actor returning *)
    select json_build_object('data', json_build_object('addTimelineEntry', (select to_json(o) from (
      select id, kind, automatic, occurred_at as "occurredAt", title, description, stage from made) o)))::text as answer`,
  create: `with actor as (select set_config('app.actor', $4, true)),
    made as (insert into client (name, email, phone, source_channel) select $1, lower($2), $3, 'API' from actor returning *)
    select json_build_object('data', json_build_object('createClient', (select to_json(o) from (
      select id, name, email, phone, status, created_at as "createdAt", version from made) o)))::text as answer`,
} as const;

export type StatementName = keyof typeof statements;
