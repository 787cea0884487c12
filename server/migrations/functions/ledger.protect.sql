-- Refuses to change what the ledger wrote.
create or replace function ledger.protect() returns trigger language plpgsql as $$
declare
  moved timeline_entry := new;
begin
  -- Merging clients, and undoing it, moves entries and changes nothing else.
  if tg_op = 'UPDATE' and ledger.of_merge() then
    moved.client_id := old.client_id;
    moved.origin_id := old.origin_id;
    if moved is not distinct from old then return new; end if;
  end if;
  raise exception 'automatic timeline entries cannot be changed' using errcode = 'restrict_violation';
end $$;
