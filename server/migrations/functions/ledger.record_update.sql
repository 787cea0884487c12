-- Tells of changes of clients: status, deletion, and the fields that were edited.
-- Values of a purged field were shown to nobody any more, and nobody can write them: that they go changes no client.
create or replace function ledger.record_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.id, entry.kind, true, ledger.actor(), ledger.cause(), entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select 'STATUS_CHANGED' as kind, jsonb_build_object('before', o.status, 'after', n.status) as data
    where n.status <> o.status
    union all
    select 'CLIENT_DELETED', null where n.deleted_at is not null and o.deleted_at is null
    union all
    select 'CLIENT_EDITED', jsonb_build_object('changes', jsonb_object_agg(change.key, jsonb_build_array(change.was, change.now)))
    from (
      select was.key, was.value as was, now.value as now
      from jsonb_each(to_jsonb(o)) was
      join jsonb_each(to_jsonb(n)) now using (key)
      where was.value is distinct from now.value and was.key <> all (ledger.technical())
      union all
      select 'custom.' || held.key, held.was, held.now
      from (
        select key, was.value as was, now.value as now
        from jsonb_each(o.custom) was
        full join jsonb_each(n.custom) now using (key)
        where was.value is distinct from now.value
      ) held
      where not exists (select from custom_field field where field.key = held.key and field.purged_at is not null)
    ) change
    having count(*) > 0
  ) entry
  where o is distinct from n and not ledger.of_merge();
  return null;
end $$;
