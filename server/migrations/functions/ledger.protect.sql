-- Refuses to change what the ledger wrote.
create or replace function ledger.protect() returns trigger language plpgsql as $$
begin
  -- Merging clients, and undoing it, moves entries and changes nothing else.
  if tg_op = 'UPDATE' and ledger.cause() like 'merge%' and to_jsonb(old) - 'client_id' = to_jsonb(new) - 'client_id' then
    return new;
  end if;
  raise exception 'automatic timeline entries cannot be changed' using errcode = 'restrict_violation';
end $$;
