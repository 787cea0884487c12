-- Whole days begin and end where the business is; reminders of them count from 9:00 on its clocks, of others from the moment.
create or replace function task_moments() returns trigger language plpgsql as $$
declare
  zone text := coalesce((select time_zone from settings), 'UTC');
begin
  if new.due_on is not null then
    new.due_at := ((new.due_on + 1)::timestamp at time zone zone) - interval '1 second';
  end if;
  new.remind_at := case
    when new.due_at is null or new.remind_minutes is null then null
    when new.due_on is not null then (new.due_on + time '09:00' - make_interval(mins => new.remind_minutes)) at time zone zone
    else new.due_at - make_interval(mins => new.remind_minutes) end;
  if tg_op = 'INSERT' or new.remind_at is distinct from old.remind_at then
    new.reminded_at := case when new.remind_at <= now() then now() end;
  end if;
  return new;
end $$;
