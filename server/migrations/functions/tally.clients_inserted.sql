-- Counts new clients.
create or replace function tally.clients_inserted() returns trigger language plpgsql as $$
begin
  insert into client_tally (team_id, owner_id, status, channel, clients)
  select team_id, owner_id, status, source_channel, count(*) from new_rows where deleted_at is null group by 1, 2, 3, 4;
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, tally.day(created_at), count(*) from new_rows where deleted_at is null group by 1, 2, 3;
  return null;
end $$;
