-- Tells all processes to read one kind of reference again.
create or replace function ledger.reference_changed() returns trigger language plpgsql as $$
begin
  insert into reference_change (topic) values (tg_argv[0]);
  return null;
end $$;
