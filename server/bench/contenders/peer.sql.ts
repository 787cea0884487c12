/**
 * PostGraphile's own filters only compare for equality, so what they cannot ask is put into functions, as its
 * documentation advises. They hold the same SQL as the hand-written statements, without limits where it adds its own.
 */
const visible = "c.deleted_at is null and c.status <> 'INACTIVE'";
const latest = "c.created_at desc, c.id desc";
const filtered = `c.deleted_at is null and c.status = of_status and c.created_at >= created_from and c.created_at < created_before
  and exists (select from client_tag ct where ct.client_id = c.id and ct.tag_id = with_tag)`;

export const peerFunctions = `
drop schema if exists bench cascade;
create schema bench;
create function bench.active_clients() returns setof client language sql stable as $$
  select * from client c where ${visible} order by ${latest} $$;
create function bench.team_clients(teams uuid[], size integer) returns setof client language sql stable as $$
  select c.* from unnest(teams) team cross join lateral (
    select * from client c where c.team_id = team and ${visible} order by ${latest} limit size) c order by ${latest} $$;
create function bench.filtered_clients(of_status client_status, created_from timestamptz, created_before timestamptz, with_tag uuid)
  returns setof client language sql stable as $$ select * from client c where ${filtered} order by ${latest} $$;
create function bench.team_filtered_clients(of_status client_status, created_from timestamptz, created_before timestamptz, with_tag uuid, teams uuid[])
  returns setof client language sql stable as $$ select * from client c where ${filtered} and c.team_id = any(teams) order by ${latest} $$;
create function bench.clients_of_owner(of_owner uuid) returns setof client language sql stable as $$
  select * from client c where ${visible} and c.owner_id = of_owner order by ${latest} $$;
create function bench.clients_on_list(of_list uuid) returns setof client language sql stable as $$
  select * from client c where ${visible} and exists (select from client_list_member m where m.client_id = c.id and m.list_id = of_list
    and m.state <> 'UNSUBSCRIBED') order by ${latest} $$;
create function bench.clients_with(document jsonb) returns setof client language sql stable as $$
  select * from client c where ${visible} and c.custom @> document order by ${latest} $$;
create function bench.clients_from(lowest numeric) returns setof client language sql stable as $$
  select * from client c where ${visible} and exists (select from custom_range r where r.client_id = c.id and r.key = 'potencial'
    and r.value >= lowest) order by ${latest} $$;
create function bench.clients_called(part text) returns setof client language sql stable as $$
  select * from client c where ${visible} and c.search like part and fold(c.custom ->> 'apodo') like part order by ${latest} $$;
create function bench.found_clients(word text, other text) returns setof client language sql stable as $$
  select * from (select * from client c where ${visible} and c.search like word and c.search like other limit 500) c order by ${latest} $$;
create function bench.team_found_clients(word text, other text, teams uuid[]) returns setof client language sql stable as $$
  select * from (select * from client c where ${visible} and c.search like word and c.search like other and c.team_id = any(teams) limit 500) c order by ${latest} $$;
create function bench.team_client(of_id uuid, teams uuid[]) returns client language sql stable as $$
  select * from client c where c.id = of_id and c.deleted_at is null and c.team_id = any(teams) $$;
create function bench.client_entries_before(c client, before timestamptz) returns setof timeline_entry language sql stable as $$
  select * from timeline_entry e where e.client_id = c.id and e.deleted_at is null and e.occurred_at < before order by e.occurred_at desc, e.id desc $$;
`;
