-- Keeps what search reads of a client. Its trigger sorts after the one of custom fields, whose words it takes.
create or replace function keep_search() returns trigger language plpgsql as $$
begin
  new.search_public := client_search_public(new);
  new.search := client_search(new);
  return new;
end $$;
