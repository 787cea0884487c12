-- Adds contacts to the tallies.
create or replace function tally.contacts_inserted() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(client_id), array_agg(client_id), array_agg(active), '{}', '{}') from new_rows;
  return null;
end $$;
