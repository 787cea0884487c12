-- Where a business moves to another time zone, its whole days do.
create or replace function move_whole_days() returns trigger language plpgsql as $$
begin
  update task set due_on = due_on where due_on is not null and done_at is null and deleted_at is null;
  return null;
end $$;
