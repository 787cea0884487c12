-- Plain lists like tags, as [removed, added] by name, of clients that existed before. Of newsletters every state counts,
-- from the first one on: it says when somebody agreed.
create or replace function ledger.record_lists() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'CLIENT_EDITED', true, ledger.actor(), ledger.cause(), jsonb_build_object('changes', jsonb_build_object('lists',
    case tg_op when 'INSERT' then jsonb_build_array(null, jsonb_agg(l.name order by l.name)) else jsonb_build_array(jsonb_agg(l.name order by l.name), null) end))
  from changed r
  join client_list l on l.id = r.list_id and not l.newsletter
  join client c on c.id = r.client_id
  where c.created_at < now()
  group by r.client_id;

  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'NEWSLETTER_CHANGED', true, ledger.actor(), ledger.cause(), jsonb_build_object('listId', l.id, 'list', l.name,
    'before', case tg_op when 'DELETE' then r.state end, 'after', case tg_op when 'INSERT' then r.state end)
  from changed r
  join client_list l on l.id = r.list_id and l.newsletter
  order by r.client_id, l.name;
  return null;
end $$;
