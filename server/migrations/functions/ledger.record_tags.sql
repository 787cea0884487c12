-- Tags added to or taken from clients that existed before this transaction: [removed, added] by name.
create or replace function ledger.record_tags() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'CLIENT_EDITED', true, ledger.actor(), ledger.cause(), jsonb_build_object('changes', jsonb_build_object('tags',
    case tg_op when 'INSERT' then jsonb_build_array(null, jsonb_agg(t.name order by t.name)) else jsonb_build_array(jsonb_agg(t.name order by t.name), null) end))
  from changed r
  join tag t on t.id = r.tag_id
  join client c on c.id = r.client_id
  where c.created_at < now()
  group by r.client_id;
  return null;
end $$;
