-- Tells of new contacts.
create or replace function ledger.record_contact_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'CONTACT_CREATED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('contactId', n.id, 'name', n.name)
  from new_rows n;
  return null;
end $$;
