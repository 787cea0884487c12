/**
 * How many clients and contacts there are, without counting them: triggers write down what each statement adds and takes
 * away, and the sum of the rows of a key is the count. Writers only ever add rows, so that two of them never wait for
 * each other; rows of the same key are put together now and then.
 */
export const tallies = `
create table client_tally (
  team_id uuid,
  owner_id uuid,
  status client_status not null,
  channel text not null,
  clients integer not null,
  contacts_active integer not null default 0,
  contacts_inactive integer not null default 0
);

-- The same by the day of arrival in the business's time zone.
create table client_arrival (
  team_id uuid,
  status client_status not null,
  day date not null,
  clients integer not null
);
create index client_arrival_day on client_arrival (day);

create schema tally;

create function tally.day(moment timestamptz) returns date language sql stable
  return (moment at time zone coalesce((select time_zone from settings), 'UTC'))::date;

create function tally.clients_inserted() returns trigger language plpgsql as $$
begin
  insert into client_tally (team_id, owner_id, status, channel, clients)
  select team_id, owner_id, status, source_channel, count(*) from new_rows where deleted_at is null group by 1, 2, 3, 4;
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, tally.day(created_at), count(*) from new_rows where deleted_at is null group by 1, 2, 3;
  return null;
end $$;

create function tally.clients_updated() returns trigger language plpgsql as $$
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

-- A client's contacts have to go before it, and are taken away then.
create function tally.clients_deleted() returns trigger language plpgsql as $$
begin
  insert into client_tally (team_id, owner_id, status, channel, clients)
  select team_id, owner_id, status, source_channel, -count(*) from old_rows where deleted_at is null group by 1, 2, 3, 4;
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, tally.day(created_at), -count(*) from old_rows where deleted_at is null group by 1, 2, 3;
  return null;
end $$;

-- The clients are locked, so that none of them changes team or owner between being read here and the end of both.
create function tally.count_contacts(client_ids uuid[], added uuid[], added_active boolean[], taken uuid[], taken_active boolean[])
returns void language plpgsql as $$
begin
  perform from client where id = any(client_ids) order by id for share;
  insert into client_tally (team_id, owner_id, status, channel, clients, contacts_active, contacts_inactive)
  select c.team_id, c.owner_id, c.status, c.source_channel, 0,
    coalesce(sum(side.sign) filter (where side.active), 0), coalesce(sum(side.sign) filter (where not side.active), 0)
  from (
    select client_id, active, 1 as sign from unnest(added, added_active) one (client_id, active)
    union all
    select client_id, active, -1 from unnest(taken, taken_active) one (client_id, active)
  ) side
  join client c on c.id = side.client_id and c.deleted_at is null
  group by 1, 2, 3, 4
  having sum(side.sign) filter (where side.active) <> 0 or sum(side.sign) filter (where not side.active) <> 0;
end $$;
create function tally.contacts_inserted() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(client_id), array_agg(client_id), array_agg(active), '{}', '{}') from new_rows;
  return null;
end $$;
create function tally.contacts_updated() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(n.client_id) || array_agg(o.client_id), array_agg(n.client_id), array_agg(n.active),
    array_agg(o.client_id), array_agg(o.active))
  from new_rows n join old_rows o using (id)
  where (n.client_id, n.active) is distinct from (o.client_id, o.active)
  having count(*) > 0;
  return null;
end $$;
create function tally.contacts_deleted() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(client_id), '{}', '{}', array_agg(client_id), array_agg(active)) from old_rows;
  return null;
end $$;

create function tally.count_arrivals() returns trigger language plpgsql as $$
begin
  -- Writers under way still count by the former days.
  lock table client in share mode;
  delete from client_arrival;
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, tally.day(created_at), count(*) from client where deleted_at is null group by 1, 2, 3;
  return null;
end $$;

-- Puts the rows of each key together. Whoever comes while another is at it leaves it to them.
create function tally.fold() returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('tally.fold')) then return; end if;
  with taken as (delete from client_tally returning *)
  insert into client_tally (team_id, owner_id, status, channel, clients, contacts_active, contacts_inactive)
  select team_id, owner_id, status, channel, sum(clients), sum(contacts_active), sum(contacts_inactive)
  from taken group by 1, 2, 3, 4
  having sum(clients) <> 0 or sum(contacts_active) <> 0 or sum(contacts_inactive) <> 0;
  with taken as (delete from client_arrival returning *)
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, day, sum(clients) from taken group by 1, 2, 3 having sum(clients) <> 0;
end $$;

create trigger tally_inserted after insert on client referencing new table as new_rows
  for each statement execute function tally.clients_inserted();
create trigger tally_updated after update on client referencing old table as old_rows new table as new_rows
  for each statement execute function tally.clients_updated();
create trigger tally_deleted after delete on client referencing old table as old_rows
  for each statement execute function tally.clients_deleted();
create trigger tally_inserted after insert on contact referencing new table as new_rows
  for each statement execute function tally.contacts_inserted();
create trigger tally_updated after update on contact referencing old table as old_rows new table as new_rows
  for each statement execute function tally.contacts_updated();
create trigger tally_deleted after delete on contact referencing old table as old_rows
  for each statement execute function tally.contacts_deleted();
create trigger tally_time_zone after insert or update of time_zone on settings
  for each statement execute function tally.count_arrivals();

insert into client_tally (team_id, owner_id, status, channel, clients, contacts_active, contacts_inactive)
select client.team_id, client.owner_id, client.status, client.source_channel, count(*), sum(coalesce(people.active, 0)), sum(coalesce(people.inactive, 0))
from client
left join (
  select client_id, count(*) filter (where active) as active, count(*) filter (where not active) as inactive
  from contact group by 1
) people on people.client_id = client.id
where client.deleted_at is null group by 1, 2, 3, 4;
insert into client_arrival (team_id, status, day, clients)
select team_id, status, tally.day(created_at), count(*) from client where deleted_at is null group by 1, 2, 3;

-- The people of all clients, by name, and found by any word of theirs.
create index contact_name on contact (fold(name), id);
create index contact_search on contact
  using gin ((fold(name) || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')) gin_trgm_ops);

-- What happened last, whoever it was with. What was done to many at once
-- would push everything else out of sight.
create index timeline_entry_latest on timeline_entry (occurred_at, id)
  where deleted_at is null and (cause is null or (cause not like 'bulk%' and cause not like 'import%'));
`;
