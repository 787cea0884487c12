-- What search reads of a contact.
create or replace function contact_search(name text, email text, phone text) returns text language sql immutable parallel safe
  return fold(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || regexp_replace(coalesce(phone, ''), '\D', '', 'g'));
