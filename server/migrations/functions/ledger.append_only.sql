-- Refuses to empty the timeline.
create or replace function ledger.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the timeline is append-only' using errcode = 'restrict_violation';
end $$;
