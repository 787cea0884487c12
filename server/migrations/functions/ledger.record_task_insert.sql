-- Tells of new tasks, and of those that are done when they are written down.
create or replace function ledger.record_task_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, entry.kind, true, ledger.actor(), ledger.cause(), jsonb_build_object('taskId', n.id, 'title', n.title)
  from new_rows n
  cross join lateral (select 'TASK_CREATED' as kind, 1 as place union all select 'TASK_DONE', 2 where n.done) entry
  order by n.id, entry.place;
  return null;
end $$;
