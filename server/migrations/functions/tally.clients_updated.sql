-- Counts clients that moved from one key of the tallies to another, with their contacts.
create or replace function tally.clients_updated() returns trigger language plpgsql as $$
declare
  moved uuid[] := array(select id from old_rows o join new_rows n using (id)
    where (o.team_id, o.owner_id, o.status, o.source_channel, o.deleted_at is null, o.created_at)
      is distinct from (n.team_id, n.owner_id, n.status, n.source_channel, n.deleted_at is null, n.created_at));
begin
  if moved = '{}' then return null; end if;
  with people as (
    select client_id, count(*) filter (where active) as active, count(*) filter (where not active) as inactive
    from contact where client_id = any(moved) group by 1
  ), counted as materialized (
    select side.*, coalesce(people.active, 0) as active, coalesce(people.inactive, 0) as inactive
    from (
      select id, team_id, owner_id, status, source_channel, created_at, -1 as sign from old_rows
      where id = any(moved) and deleted_at is null
      union all
      select id, team_id, owner_id, status, source_channel, created_at, 1 from new_rows
      where id = any(moved) and deleted_at is null
    ) side
    left join people on people.client_id = side.id
  ), arrived as (
    insert into client_arrival (team_id, status, day, clients)
    select team_id, status, tally.day(created_at), sum(sign) from counted group by 1, 2, 3 having sum(sign) <> 0
  )
  insert into client_tally (team_id, owner_id, status, channel, clients, contacts_active, contacts_inactive)
  select team_id, owner_id, status, source_channel, sum(sign), sum(sign * active), sum(sign * inactive)
  from counted group by 1, 2, 3, 4
  having sum(sign) <> 0 or sum(sign * active) <> 0 or sum(sign * inactive) <> 0;
  return null;
end $$;
