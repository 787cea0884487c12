-- Keeps what search reads of custom fields.
create or replace function keep_custom_words() returns trigger language plpgsql as $$
begin
  new.custom_search := custom_words(new.custom, false);
  new.custom_search_contact := custom_words(new.custom, true);
  return new;
end $$;
