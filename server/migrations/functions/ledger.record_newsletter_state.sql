-- Tells of changes of a newsletter subscription, with the reason that a person gave (ADR 32).
create or replace function ledger.record_newsletter_state() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'NEWSLETTER_CHANGED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('listId', l.id, 'list', l.name, 'before', o.state, 'after', n.state)
      || jsonb_strip_nulls(jsonb_build_object('reason', nullif(current_setting('app.reason', true), '')))
  from new_rows n
  join old_rows o using (client_id, list_id)
  join client_list l on l.id = n.list_id and l.newsletter
  where o.state <> n.state;
  return null;
end $$;
