-- Puts the rows of each key together. Whoever comes while another is at it leaves it to them.
create or replace function tally.fold() returns void language plpgsql as $$
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
