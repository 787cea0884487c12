/** What finds a client that exists already, the country whose phone numbers need no prefix, and pictures in the ledger. */
export const record = `
-- What tells, beside e-mail and name, that two clients are one: the digits of their numbers, whichever field they are in
-- and however they were spaced, and the letters and digits of the tax number.
create function duplicate_keys(phone text, mobile text, whatsapp text, tax_id text) returns text[]
  language sql immutable parallel safe
  return array_remove(array[
    '+' || nullif(regexp_replace(phone, '\\D', '', 'g'), ''),
    '+' || nullif(regexp_replace(mobile, '\\D', '', 'g'), ''),
    '+' || nullif(regexp_replace(whatsapp, '\\D', '', 'g'), ''),
    '#' || nullif(regexp_replace(upper(tax_id), '[^A-Z0-9]', '', 'g'), '')], null);
create index client_duplicate on client using gin (duplicate_keys(phone, mobile, whatsapp, tax_id))
  with (fastupdate = off) where deleted_at is null;

alter table settings add column country text check (country ~ '^[A-Z]{2}$');

-- A new picture is told on the timeline like any other change.
do $do$ begin
  execute format('create or replace function ledger.technical() returns text[] language sql immutable parallel safe return %L::text[]',
    array_remove(ledger.technical(), 'avatar_id'));
end $do$;
`;
