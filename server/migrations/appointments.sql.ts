/** Appointments with a client, who comes to them, and the private calendar of each person. */
export const appointments = `
create table appointment (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- IANA: on whose clocks it was agreed.
  time_zone text not null,
  place text,
  url text,
  notes text,
  remind_minutes integer check (remind_minutes >= 0),
  remind_at timestamptz,
  -- When the reminder for remind_at was sent, or was found to be too late.
  reminded_at timestamptz,
  cancelled_at timestamptz,
  created_by_id uuid references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- Of iCalendar (RFC 5545, 3.8.7.4): grows with what changes the plan.
  sequence integer not null default 0
);
create index appointment_starts on appointment (starts_at, id);
create index appointment_client on appointment (client_id, starts_at, id);
create index appointment_reminder on appointment (remind_at) where cancelled_at is null and reminded_at is null;

create table appointment_attendee (
  appointment_id uuid not null references appointment on delete cascade,
  user_id uuid references app_user,
  contact_id uuid references contact,
  check (num_nonnulls(user_id, contact_id) = 1)
);
create unique index appointment_attendee_user on appointment_attendee (user_id, appointment_id) where user_id is not null;
create unique index appointment_attendee_contact on appointment_attendee (contact_id, appointment_id) where contact_id is not null;
create index appointment_attendee_appointment on appointment_attendee (appointment_id);

create function appointment_moments() returns trigger language plpgsql as $$
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
create trigger appointment_moments before insert or update on appointment
  for each row execute function appointment_moments();

create function ledger.record_appointment_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'APPOINTMENT_CREATED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('appointmentId', n.id, 'title', n.title, 'startsAt', n.starts_at, 'timeZone', n.time_zone)
  from new_rows n
  order by n.id;
  return null;
end $$;
create function ledger.record_appointment_update() returns trigger language plpgsql as $$
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
create trigger ledger_insert after insert on appointment referencing new table as new_rows
  for each statement execute function ledger.record_appointment_insert();
create trigger ledger_update after update on appointment referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_appointment_update();

-- The secret in the address of a person's calendar; a new one takes the former's place.
create table calendar_feed (
  user_id uuid primary key references app_user on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
`;
