-- Tells of files added to the record itself; those of an activity are part of what it says.
create or replace function ledger.record_file_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'FILE_ADDED', true, ledger.actor(), ledger.cause(), jsonb_build_object('fileId', n.id, 'name', n.name)
  from new_rows n
  where n.entry_id is null and n.kept_at is not null
  order by n.id;
  return null;
end $$;
