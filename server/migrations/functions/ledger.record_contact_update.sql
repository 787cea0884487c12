-- Tells of changes of contacts; contacts that start or stop being active have a kind of their own.
create or replace function ledger.record_contact_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, entry.kind, true, ledger.actor(), ledger.cause(),
    jsonb_build_object('contactId', n.id, 'name', n.name) || entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select case when n.active then 'CONTACT_ACTIVATED' else 'CONTACT_DEACTIVATED' end as kind, '{}'::jsonb as data
    where n.active <> o.active
    union all
    select 'CONTACT_EDITED', jsonb_build_object('changes', jsonb_object_agg(was.key, jsonb_build_array(was.value, now.value)))
    from jsonb_each(to_jsonb(o)) was
    join jsonb_each(to_jsonb(n)) now using (key)
    where was.value is distinct from now.value
      and was.key <> all (array['id', 'client_id', 'created_at', 'updated_at', 'version', 'active'])
      -- Who is no longer active is no longer the primary one: that goes without saying.
      and not (was.key = 'is_primary' and n.active <> o.active)
    having count(*) > 0
  ) entry
  where not ledger.of_merge();
  return null;
end $$;
