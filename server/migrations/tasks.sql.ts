/** What is to be done for a client, its reminders, and its place in the ledger. */
export const tasks = `
create type task_priority as enum ('LOW', 'NORMAL', 'HIGH', 'URGENT');
create table task (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  title text not null,
  description text,
  -- The last moment to do it: as given, or the end of due_on in the business's time zone.
  due_at timestamptz,
  due_on date,
  assignee_id uuid references app_user,
  priority task_priority not null default 'NORMAL',
  remind_minutes integer check (remind_minutes >= 0),
  remind_at timestamptz,
  -- When the reminder for remind_at was sent, or was found to be too late.
  reminded_at timestamptz,
  done_at timestamptz,
  done_by_id uuid references app_user,
  created_by_id uuid references app_user,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  deleted_at timestamptz,
  done boolean not null generated always as (done_at is not null) stored,
  due_key timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored
);
create index task_due on task (done, due_key, id) where deleted_at is null;
create index task_assignee on task (assignee_id, done, due_key, id) where deleted_at is null;
create index task_client on task (client_id, done, due_key, id) where deleted_at is null;
create index task_done on task (done_at, id) where deleted_at is null and done;
create index task_reminder on task (remind_at) where deleted_at is null and not done and reminded_at is null;

-- Whole days begin and end where the business is; reminders of them count from 9:00 on its clocks, of others from the moment.
create function task_moments() returns trigger language plpgsql as $$
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
create trigger task_moments before insert or update on task for each row execute function task_moments();

-- Where a business moves to another time zone, its whole days do.
create function move_whole_days() returns trigger language plpgsql as $$
begin
  update task set due_on = due_on where due_on is not null and done_at is null and deleted_at is null;
  return null;
end $$;
create trigger move_whole_days after update of time_zone on settings for each row
  when (old.time_zone is distinct from new.time_zone) execute function move_whole_days();

create function ledger.record_task_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, entry.kind, true, ledger.actor(), ledger.cause(), jsonb_build_object('taskId', n.id, 'title', n.title)
  from new_rows n
  cross join lateral (select 'TASK_CREATED' as kind, 1 as place union all select 'TASK_DONE', 2 where n.done) entry
  order by n.id, entry.place;
  return null;
end $$;
create function ledger.record_task_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, case when n.done then 'TASK_DONE' else 'TASK_REOPENED' end, true, ledger.actor(), ledger.cause(),
    jsonb_build_object('taskId', n.id, 'title', n.title)
  from new_rows n
  join old_rows o using (id)
  where n.done <> o.done;
  return null;
end $$;
create trigger ledger_insert after insert on task referencing new table as new_rows
  for each statement execute function ledger.record_task_insert();
create trigger ledger_update after update on task referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_task_update();
`;
