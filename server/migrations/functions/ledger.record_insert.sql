-- Tells of new clients.
create or replace function ledger.record_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, occurred_at)
  select n.id, 'CLIENT_CREATED', true, ledger.actor(), ledger.cause(), n.created_at
  from new_rows n;
  return null;
end $$;
