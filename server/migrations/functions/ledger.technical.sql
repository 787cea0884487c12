-- Columns of a client that are not part of its history, or are told there in another way: a change of them alone is no edit.
create or replace function ledger.technical() returns text[] language sql immutable parallel safe
  return array[
    'id', 'created_at', 'updated_at', 'version', 'last_interaction_at', 'email_shared',
    -- Told by entries of their own, or with what they follow from.
    'status', 'status_before_inactive', 'deleted_at',
    -- Told field by field.
    'custom',
    -- Made of other columns.
    'search', 'search_public', 'custom_search', 'custom_search_contact', 'contact_words', 'contact_words_hidden',
    'main_country', 'main_region', 'main_city', 'main_region_key', 'main_city_key', 'main_postal_code_key'];
