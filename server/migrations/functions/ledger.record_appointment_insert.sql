-- Tells of new appointments.
create or replace function ledger.record_appointment_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'APPOINTMENT_CREATED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('appointmentId', n.id, 'title', n.title, 'startsAt', n.starts_at, 'timeZone', n.time_zone)
  from new_rows n
  order by n.id;
  return null;
end $$;
