-- Tells of clients that became one, and of those that were separated again, on the timeline of each.
create or replace function ledger.record_merge() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select part.id, case tg_op when 'INSERT' then 'CLIENT_MERGED' else 'CLIENT_MERGE_UNDONE' end, true,
    ledger.actor(), ledger.cause(),
    jsonb_build_object('mergeId', new.id, 'survivorId', new.survivor_id,
      'survivor', (select name from client where id = new.survivor_id), 'clients', new.clients)
      || case when part.id = new.survivor_id then jsonb_strip_nulls(jsonb_build_object(
        'changes', case tg_op when 'INSERT' then new.changes else new.undone_changes end,
        'left', new.undone_left)) else '{}' end
  from (
    select new.survivor_id as id, 0 as place
    union all
    select (one ->> 'id')::uuid, place from jsonb_array_elements(new.clients) with ordinality as merged(one, place)
  ) part
  order by part.place;
  return null;
end $$;

create or replace trigger ledger_merged after insert on client_merge for each row execute function ledger.record_merge();
create or replace trigger ledger_separated after update of undone_at on client_merge
  for each row when (old.undone_at is null and new.undone_at is not null) execute function ledger.record_merge();
