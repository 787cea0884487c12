-- All that search reads of a client: the public part, then contact data.
create or replace function client_search(c client) returns text language sql immutable parallel safe
  return client_search_public(c) || ' ' || fold(coalesce(c.email, '') || ' ' || coalesce(c.phone, '') || ' ' || coalesce(c.mobile, '') || ' '
    || coalesce(c.whatsapp, '') || ' ' || regexp_replace(coalesce(c.phone, ''), '\D', '', 'g') || ' '
    || regexp_replace(coalesce(c.mobile, ''), '\D', '', 'g') || ' ' || regexp_replace(coalesce(c.whatsapp, ''), '\D', '', 'g') || ' '
    || c.custom_search_contact || ' ' || c.contact_words_hidden);
