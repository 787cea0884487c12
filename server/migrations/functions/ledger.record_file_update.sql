-- Tells of files that were deleted or put back.
create or replace function ledger.record_file_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, case when n.deleted_at is null then 'FILE_RESTORED' else 'FILE_DELETED' end, true,
    ledger.actor(), ledger.cause(), jsonb_build_object('fileId', n.id, 'name', n.name)
  from new_rows n
  join old_rows o using (id)
  where n.entry_id is null and n.kept_at is not null and (n.deleted_at is null) <> (o.deleted_at is null)
  order by n.id;
  return null;
end $$;
