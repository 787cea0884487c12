-- A client's id is its identity in the ledger; a row that changed it would be missed there.
create or replace function ledger.keep_key() returns trigger language plpgsql as $$
begin
  raise exception 'the id of a client cannot be changed' using errcode = 'restrict_violation';
end $$;
