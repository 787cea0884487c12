/** The people at a client, files, and the right of agents to have hidden contact data revealed. */
export const contacts = `
create table contact (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  name text not null,
  email text check (email = lower(email)),
  phone text,
  position text,
  is_primary boolean not null default false,
  active boolean not null default true,
  portal_permissions text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint contact_primary_is_active check (active or not is_primary)
);
create unique index contact_primary on contact (client_id) where is_primary;
create index contact_client on contact (client_id);

create function ledger.record_contact_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'CONTACT_CREATED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('contactId', n.id, 'name', n.name)
  from new_rows n;
  return null;
end $$;
create function ledger.record_contact_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, entry.kind, true, ledger.actor(), ledger.cause(),
    jsonb_build_object('contactId', n.id, 'name', n.name) || entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select case when n.active then 'CONTACT_ACTIVATED' else 'CONTACT_DEACTIVATED' end as kind, '{}'::jsonb as data
    where n.active <> o.active
    union all
    select 'CONTACT_EDITED', jsonb_build_object('changes', jsonb_object_agg(was.key, jsonb_build_array(was.value, now.value)))
    from jsonb_each(to_jsonb(o)) was
    join jsonb_each(to_jsonb(n)) now using (key)
    where was.value is distinct from now.value
      and was.key <> all (array['id', 'client_id', 'created_at', 'updated_at', 'version', 'active'])
      -- Who is no longer active is no longer the primary one: that goes without saying.
      and not (was.key = 'is_primary' and n.active <> o.active)
    having count(*) > 0
  ) entry;
  return null;
end $$;
create trigger ledger_insert after insert on contact referencing new table as new_rows
  for each statement execute function ledger.record_contact_insert();
create trigger ledger_update after update on contact referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_contact_update();

-- A client is found by its active contacts [F58]: their words are added to its own, names to what everyone may search,
-- e-mails and phones to what is hidden with contact data. Whatever the columns of search are made of stays in them.
do $do$
declare
  shown text := (select pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
    where adrelid = 'client'::regclass and attname = 'search_public');
  whole text := (select pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
    where adrelid = 'client'::regclass and attname = 'search');
begin
  alter table client
    add column contact_words text not null default '',
    add column contact_words_hidden text not null default '',
    drop column search,
    drop column search_public;
  execute format('alter table client
    add column search_public text not null generated always as (%s || '' '' || fold(contact_words)) stored,
    add column search text not null generated always as (%s || '' '' || fold(contact_words) || '' '' || contact_words_hidden) stored',
    shown, whole);
end $do$;
create index client_search on client using gin (search gin_trgm_ops) where deleted_at is null;

create function keep_contact_words() returns trigger language plpgsql as $$
declare
  touched uuid[] := (select array_agg(client_id) from new_rows);
begin
  -- One that was moved to another client leaves its words behind.
  if tg_op = 'UPDATE' then touched := touched || (select array_agg(client_id) from old_rows); end if;
  update client c set contact_words = words.shown, contact_words_hidden = words.hidden
  from (
    select t.client_id, coalesce(string_agg(k.name, ' ' order by k.id), '') as shown,
      coalesce(string_agg(concat_ws(' ', k.email, k.phone, regexp_replace(k.phone, '\\D', '', 'g')), ' ' order by k.id), '') as hidden
    from (select distinct unnest(touched) as client_id) t
    left join contact k on k.client_id = t.client_id and k.active
    group by t.client_id
  ) words
  where c.id = words.client_id and (c.contact_words, c.contact_words_hidden) is distinct from (words.shown, words.hidden);
  return null;
end $$;
create trigger contact_words_insert after insert on contact referencing new table as new_rows
  for each statement execute function keep_contact_words();
create trigger contact_words_update after update on contact referencing old table as old_rows new table as new_rows
  for each statement execute function keep_contact_words();

-- Small files, such as avatars. In the database, so that every process serves them and every backup has them.
create table file_object (
  id uuid primary key default uuidv7(),
  sha256 bytea not null,
  mime text not null,
  size integer not null,
  bytes bytea not null,
  created_at timestamptz not null default now()
);
-- It is compressed already.
alter table file_object alter column bytes set storage external;
alter table client add column avatar_id uuid references file_object;
create index client_avatar on client (avatar_id) where avatar_id is not null;
do $do$ begin
  execute format('create or replace function ledger.technical() returns text[] language sql immutable parallel safe return %L::text[]',
    ledger.technical() || array['avatar_id', 'contact_words', 'contact_words_hidden']);
end $do$;

alter table settings add column agents_may_reveal_contact_data boolean not null default false;
`;
