-- Counts contacts that changed client or are active or not any more.
create or replace function tally.contacts_updated() returns trigger language plpgsql as $$
begin
  perform tally.count_contacts(array_agg(n.client_id) || array_agg(o.client_id), array_agg(n.client_id), array_agg(n.active),
    array_agg(o.client_id), array_agg(o.active))
  from new_rows n join old_rows o using (id)
  where (n.client_id, n.active) is distinct from (o.client_id, o.active)
  having count(*) > 0;
  return null;
end $$;
