-- The keys that have a value: for "has a value", which the index on the values cannot tell. A partial index has no statistics of its own.
create or replace function custom_keys(custom jsonb) returns jsonb language sql immutable parallel safe
  return jsonb_path_query_array(custom, '$.keyvalue().key');
