-- The clients are locked, so that none of them changes team or owner between being read here and the end of both.
create or replace function tally.count_contacts(client_ids uuid[], added uuid[], added_active boolean[], taken uuid[], taken_active boolean[])
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
