-- When to remind of an appointment, and the number that tells calendars of a change.
create or replace function appointment_moments() returns trigger language plpgsql as $$
begin
  new.remind_at := new.starts_at - make_interval(mins => new.remind_minutes);
  if tg_op = 'INSERT' or new.remind_at is distinct from old.remind_at then
    new.reminded_at := case when new.remind_at <= now() then now() end;
  end if;
  if tg_op = 'UPDATE' and (new.title, new.starts_at, new.ends_at, new.time_zone, new.place, new.url, new.notes, new.cancelled_at)
    is distinct from (old.title, old.starts_at, old.ends_at, old.time_zone, old.place, old.url, old.notes, old.cancelled_at) then
    new.sequence := old.sequence + 1;
  end if;
  return new;
end $$;
