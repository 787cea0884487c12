-- What tells, beside e-mail and name, that two clients are one: their numbers in whichever field, and the tax number.
create or replace function duplicate_keys(phone text, mobile text, whatsapp text, tax_id text) returns text[]
  language sql immutable parallel safe
  return array_remove(array[phone_key(phone), phone_key(mobile), phone_key(whatsapp),
    '#' || nullif(regexp_replace(upper(tax_id), '[^A-Z0-9]', '', 'g'), '')], null);
