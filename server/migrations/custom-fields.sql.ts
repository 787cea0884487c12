/** Fields that the business defines itself, and what keeps their values fast to filter and search. */
export const customFields = `
create table custom_field (
  id uuid primary key default uuidv7(),
  -- Never used again, so that the ledger's old differences keep their meaning.
  key text not null unique check (key ~ '^[A-Za-z][A-Za-z0-9_]*$'),
  label text not null,
  type text not null,
  options text[] not null default '{}',
  required boolean not null default false,
  searchable boolean not null default false,
  position integer not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index custom_field_label_key on custom_field (fold(label)) where deleted_at is null;
create trigger changed after insert or update or delete on custom_field
  for each statement execute function ledger.reference_changed('fields');

-- A renamed option, kept for the ten minutes in which it can be taken back.
create table custom_field_rename (
  id uuid primary key default uuidv7(),
  field_id uuid not null references custom_field on delete cascade,
  from_option text not null,
  to_option text not null,
  client_ids uuid[] not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);

-- What search reads of custom fields: all that is shown to everyone, or (contact) the kinds that may be hidden.
create function custom_words(custom jsonb, contact boolean) returns text language sql stable
  return coalesce((select string_agg(
      case when jsonb_typeof(held.value) = 'array' then (select string_agg(item, ' ') from jsonb_array_elements_text(held.value) item)
        when field.type = 'PHONE' then (held.value #>> '{}') || ' ' || regexp_replace(held.value #>> '{}', '\\D', '', 'g')
        else held.value #>> '{}' end, ' ' order by field.position, field.id)
    from jsonb_each(custom) held
    join custom_field field on field.key = held.key and field.searchable and field.deleted_at is null
      and (field.type in ('EMAIL', 'PHONE')) = contact), '');

-- The public part stays a run of the whole one, so that the index on the whole serves both.
alter table client
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object'),
  add column custom_search text not null default '',
  add column custom_search_contact text not null default '',
  drop column search,
  drop column search_public;
alter table client
  add column search_public text not null generated always as (' ' || fold(name || ' ' || coalesce(contact_person, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || custom_search)) stored,
  add column search text not null generated always as (' ' || fold(name || ' ' || coalesce(contact_person, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || custom_search)
    || ' ' || coalesce(lower(email), '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, '') || ' ' || coalesce(whatsapp, '')
    || ' ' || regexp_replace(coalesce(phone, ''), '\\D', '', 'g') || ' ' || regexp_replace(coalesce(mobile, ''), '\\D', '', 'g')
    || ' ' || regexp_replace(coalesce(whatsapp, ''), '\\D', '', 'g') || ' ' || fold(custom_search_contact)) stored;
create index client_search on client using gin (search gin_trgm_ops) where deleted_at is null;

create function keep_custom_words() returns trigger language plpgsql as $$
begin
  new.custom_search := custom_words(new.custom, false);
  new.custom_search_contact := custom_words(new.custom, true);
  return new;
end $$;
create trigger custom_words_insert before insert on client for each row
  when (new.custom <> '{}') execute function keep_custom_words();
create trigger custom_words_update before update of custom on client for each row
  when (new.custom is distinct from old.custom) execute function keep_custom_words();

-- "Is this, is one of these, has this option".
create index client_custom on client using gin (custom jsonb_path_ops);
-- "Has a value", which the index above cannot tell. Not a partial index: its statistics would not be used.
create function custom_keys(custom jsonb) returns jsonb language sql immutable parallel safe
  return jsonb_path_query_array(custom, '$.keyvalue().key');
create index client_custom_keys on client using gin (custom_keys(custom));

-- "More than, before": numbers, and days counted from 1970, of every field in one index that is always there.
create table custom_range (
  client_id uuid not null references client on delete cascade,
  key text not null,
  value numeric not null,
  primary key (client_id, key)
);
create index custom_range_value on custom_range (key, value, client_id);

create function custom_ranges(custom jsonb) returns table (key text, value numeric) language sql stable
begin atomic
  select field.key, case field.type when 'NUMBER' then (custom ->> field.key)::numeric
    else ((custom ->> field.key)::date - date '1970-01-01')::numeric end
  from custom_field field
  where field.type in ('NUMBER', 'DATE') and custom ->> field.key is not null;
end;
create function keep_custom_ranges() returns trigger language plpgsql as $$
begin
  if not exists (select from custom_field where type in ('NUMBER', 'DATE')) then return null; end if;
  if tg_op = 'UPDATE' then
    delete from custom_range r using new_rows n join old_rows o using (id)
    where r.client_id = n.id and n.custom is distinct from o.custom
      and not exists (select from custom_ranges(n.custom) kept where kept.key = r.key and kept.value = r.value);
    insert into custom_range
    select n.id, now.key, now.value from new_rows n join old_rows o using (id) cross join lateral custom_ranges(n.custom) now
    where n.custom is distinct from o.custom
    on conflict do nothing;
  else
    insert into custom_range
    select n.id, now.key, now.value from new_rows n cross join lateral custom_ranges(n.custom) now where n.custom <> '{}';
  end if;
  return null;
end $$;
create trigger custom_ranges_insert after insert on client referencing new table as new_rows
  for each statement execute function keep_custom_ranges();
create trigger custom_ranges_update after update on client referencing old table as old_rows new table as new_rows
  for each statement execute function keep_custom_ranges();

-- Custom fields are told one by one, so as a column they are technical.
do $do$ begin
  execute format('create or replace function ledger.technical() returns text[] language sql immutable parallel safe return %L::text[]',
    ledger.technical() || array['custom', 'custom_search', 'custom_search_contact']);
end $do$;

create or replace function ledger.record_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.id, entry.kind, true, ledger.actor(), ledger.cause(), entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select 'STATUS_CHANGED' as kind, jsonb_build_object('before', o.status, 'after', n.status) as data
    where n.status <> o.status
    union all
    select 'CLIENT_DELETED', null where n.deleted_at is not null and o.deleted_at is null
    union all
    select 'CLIENT_EDITED', jsonb_build_object('changes', jsonb_object_agg(change.key, jsonb_build_array(change.was, change.now)))
    from (
      select was.key, was.value as was, now.value as now
      from jsonb_each(to_jsonb(o)) was
      join jsonb_each(to_jsonb(n)) now using (key)
      where was.value is distinct from now.value and was.key <> all (ledger.technical())
      union all
      select 'custom.' || key, was.value, now.value
      from jsonb_each(o.custom) was
      full join jsonb_each(n.custom) now using (key)
      where was.value is distinct from now.value
    ) change
    having count(*) > 0
  ) entry
  where o is distinct from n;
  return null;
end $$;
`;
