-- Keeps the moment of a client's last interaction.
create or replace function ledger.touch() returns trigger language plpgsql as $$
begin
  -- Statement triggers run for no rows too: without this, updating the client would come back here for ever.
  if not exists (select from new_rows where not automatic) then return null; end if;
  update client c set last_interaction_at = n.occurred_at
  from (select client_id, max(occurred_at) as occurred_at from new_rows where not automatic group by client_id) n
  where c.id = n.client_id and n.occurred_at > coalesce(c.last_interaction_at, '-infinity');
  return null;
end $$;
