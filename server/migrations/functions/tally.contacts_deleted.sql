-- Takes contacts from the tallies.
create or replace function tally.contacts_deleted() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(client_id), '{}', '{}', array_agg(client_id), array_agg(active)) from old_rows;
  return null;
end $$;
