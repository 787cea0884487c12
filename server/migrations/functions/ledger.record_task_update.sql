-- Tells of tasks that are done or open again.
create or replace function ledger.record_task_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, case when n.done then 'TASK_DONE' else 'TASK_REOPENED' end, true, ledger.actor(), ledger.cause(),
    jsonb_build_object('taskId', n.id, 'title', n.title)
  from new_rows n
  join old_rows o using (id)
  where n.done <> o.done;
  return null;
end $$;
