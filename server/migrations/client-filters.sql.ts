/** What a list of clients is filtered by beside search, and the status that an inactive client had before. */
export const clientFilters = `
create type newsletter_status as enum ('NEVER', 'PENDING', 'SUBSCRIBED', 'UNSUBSCRIBED');

-- A part of the main address, or null. A function, for a generated column may not hold a subquery.
create function main_place(addresses jsonb, part text) returns text language sql immutable parallel safe
  return (select nullif(trim(address ->> part), '') from jsonb_array_elements(addresses) address
    where address ->> 'type' = 'MAIN' limit 1);

alter table client
  add column newsletter_status newsletter_status not null default 'NEVER',
  add column status_before_inactive client_status,
  add column main_country text generated always as (main_place(addresses, 'country')) stored,
  add column main_region text generated always as (main_place(addresses, 'region')) stored,
  add column main_city text generated always as (main_place(addresses, 'city')) stored,
  -- As they are compared. Columns, for a list that is walked along compares every row, and fold() is slow.
  add column main_region_key text generated always as (fold(main_place(addresses, 'region'))) stored,
  add column main_city_key text generated always as (fold(main_place(addresses, 'city'))) stored,
  add column main_postal_code_key text generated always as (fold(main_place(addresses, 'postalCode'))) stored;

-- One index for every combination of these: each alone is asked for rarely, and a B-tree each would slow every write.
create index client_filter on client using gin (main_country, main_region_key, main_city_key, main_postal_code_key,
  lower(language), source_channel, newsletter_status) with (fastupdate = off) where deleted_at is null;

-- Adds to whatever other migrations have put on the list.
do $do$ begin
  execute format('create or replace function ledger.technical() returns text[] language sql immutable parallel safe return %L::text[]',
    ledger.technical() || array['status_before_inactive', 'main_country', 'main_region', 'main_city', 'main_region_key',
      'main_city_key', 'main_postal_code_key']);
end $do$;

-- Reactivating restores the former status, whoever deactivated, a form, a bulk action or an import [F46].
create function remember_status() returns trigger language plpgsql as $$
begin
  new.status_before_inactive := case when new.status = 'INACTIVE' then old.status end;
  return new;
end $$;
create trigger remember_status before update of status on client for each row
  when (old.status is distinct from new.status) execute function remember_status();
`;
