-- Tells of appointments that were moved or cancelled.
create or replace function ledger.record_appointment_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, entry.kind, true, ledger.actor(), ledger.cause(),
    jsonb_build_object('appointmentId', n.id, 'title', n.title, 'startsAt', n.starts_at, 'timeZone', n.time_zone) || entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select 'APPOINTMENT_MOVED' as kind, jsonb_build_object('startedAt', o.starts_at) as data
    where (n.starts_at, n.ends_at, n.time_zone) is distinct from (o.starts_at, o.ends_at, o.time_zone)
    union all
    select 'APPOINTMENT_CANCELLED', '{}'::jsonb where n.cancelled_at is not null and o.cancelled_at is null
  ) entry;
  return null;
end $$;
