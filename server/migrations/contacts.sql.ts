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
  -- The name comes first, as in a client's search: the index on the whole serves whoever may only search names too.
  search text not null generated always as (fold(name) || ' ' || coalesce(lower(email), '') || ' ' || coalesce(phone, '')
    || ' ' || regexp_replace(coalesce(phone, ''), '\\D', '', 'g')) stored,
  constraint contact_primary_is_active check (active or not is_primary)
);
create unique index contact_primary on contact (client_id) where is_primary;
create index contact_client on contact (client_id);
create index contact_search on contact using gin (search gin_trgm_ops) where active;

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
      and was.key <> all (array['id', 'client_id', 'created_at', 'updated_at', 'version', 'search', 'active'])
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
    ledger.technical() || array['avatar_id']);
end $do$;

alter table settings add column agents_may_reveal_contact_data boolean not null default false;
`;
