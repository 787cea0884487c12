-- The public part is a run of the whole one, so that the index on the whole serves both. The space in front lets the
-- beginning of the first word be looked for like that of any other.
create or replace function client_search_public(c client) returns text language sql immutable parallel safe
  return ' ' || fold(c.name || ' ' || coalesce(c.contact_person, '') || ' ' || coalesce(c.first_name, '') || ' '
    || coalesce(c.last_name, '') || ' ' || c.custom_search || ' ' || c.contact_words);
