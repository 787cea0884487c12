-- Counts arrivals anew, by the days of another time zone.
create or replace function tally.count_arrivals() returns trigger language plpgsql as $$
begin
  -- Writers under way still count by the former days.
  lock table client in share mode;
  delete from client_arrival;
  insert into client_arrival (team_id, status, day, clients)
  select team_id, status, tally.day(created_at), count(*) from client where deleted_at is null group by 1, 2, 3;
  return null;
end $$;
