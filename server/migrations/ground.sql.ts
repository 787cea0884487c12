/** The tables of the ground: people, settings, clients, tags. Written for PostgreSQL 15 and newer. */
export const groundTables = `
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- PostgreSQL 18 has uuidv7() built in; before it, the same from a random uuid and the clock (RFC 9562, 5.7).
do $do$ begin
  if to_regprocedure('pg_catalog.uuidv7()') is null then
    create or replace function public.uuidv7() returns uuid language sql volatile parallel safe as $fn$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $fn$;
  end if;
end $do$;

-- What search and sorting compare: lower case without accents. Immutable, for unaccent's rules do not change under us.
create function fold(value text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create type user_role as enum ('OWNER', 'ADMIN', 'AGENT');
create type client_kind as enum ('COMPANY', 'PERSON');
create type client_status as enum ('PROSPECT', 'CLIENT', 'INACTIVE');

create table app_user (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique check (email = lower(email)),
  role user_role not null,
  active boolean not null default true,
  password_hash text,
  locale text,
  invitation_hash bytea unique,
  invitation_expires_at timestamptz,
  created_at timestamptz not null default now()
);

create table team (
  id uuid primary key default uuidv7(),
  name text not null,
  created_at timestamptz not null default now()
);
create unique index team_name_key on team (fold(name));

create table team_member (
  team_id uuid not null references team on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  primary key (team_id, user_id)
);
create index team_member_user on team_member (user_id);

create table session (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  user_id uuid not null references app_user on delete cascade,
  ip text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_of_user on session (user_id);

create table api_key (
  id uuid primary key default uuidv7(),
  name text not null,
  role user_role not null,
  secret_hash bytea not null unique,
  prefix text not null,
  created_by_id uuid not null references app_user,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);

-- One row: the business.
create table settings (
  id boolean primary key default true check (id),
  business_name text not null,
  locale text not null,
  time_zone text not null,
  currency text not null,
  allow_duplicates boolean not null default false,
  require_email boolean not null default true,
  promote_on_first_payment boolean not null default true,
  restrict_agents_to_teams boolean not null default true,
  hide_contact_data_from_agents boolean not null default false,
  agents_may_export boolean not null default false
);

-- At most one row: the hash of the latest one-time set-up link, gone once it was used.
create table set_up (
  id boolean primary key default true check (id),
  token_hash bytea not null
);

-- Failed tries of signing in, by account and by address (rate-limiter-flexible's columns; expire in ms since 1970).
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limit_expire on rate_limit (expire);

create table tag (
  id uuid primary key default uuidv7(),
  name text not null,
  color text not null,
  created_at timestamptz not null default now()
);
create unique index tag_name_key on tag (fold(name));

create table client (
  id uuid primary key default uuidv7(),
  kind client_kind not null default 'COMPANY',
  name text not null,
  contact_person text,
  first_name text,
  last_name text,
  birth_date date,
  gender text,
  language text,
  email text check (email = lower(email)),
  phone text,
  mobile text,
  whatsapp text,
  website text,
  status client_status not null default 'PROSPECT',
  tax_legal_name text,
  tax_country text,
  tax_id_type text,
  tax_id text,
  tax_check_digit text,
  tax_ruc_type text,
  tax_fiscal_code text,
  addresses jsonb not null default '[]',
  owner_id uuid references app_user,
  team_id uuid references team on delete set null,
  source_channel text not null default 'MANUAL',
  source_campaign text,
  source_utm jsonb,
  source_device text,
  source_referrer text,
  email_shared boolean not null default false,
  last_interaction_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  deleted_at timestamptz,
  -- The public part is a run of the whole one, so that the index on the whole serves both. The space in front lets the
  -- beginning of the first word be looked for like that of any other.
  search_public text not null generated always as (' ' || fold(name || ' ' || coalesce(contact_person, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) stored,
  search text not null generated always as (' ' || fold(name || ' ' || coalesce(contact_person, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, ''))
    || ' ' || coalesce(lower(email), '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, '') || ' ' || coalesce(whatsapp, '')
    || ' ' || regexp_replace(coalesce(phone, ''), '\\D', '', 'g') || ' ' || regexp_replace(coalesce(mobile, ''), '\\D', '', 'g')
    || ' ' || regexp_replace(coalesce(whatsapp, ''), '\\D', '', 'g')) stored
);
-- One client per e-mail [F4]; rows created while duplicates were allowed are marked and left out.
create unique index client_email_key on client (email) where deleted_at is null and not email_shared;
create index client_email on client ((coalesce(email, '')), id) where deleted_at is null;
create index client_name on client (fold(name), id) where deleted_at is null;
-- The status is in every list's conditions: with it the index alone finds and counts a page's rows.
create index client_created on client (created_at, id) include (status) where deleted_at is null;
create index client_status on client (status, created_at, id) where deleted_at is null;
create index client_interaction on client ((coalesce(last_interaction_at, '-infinity')), id) where deleted_at is null;
-- A list for a few teams among many is one scan of this per team, merged.
create index client_team on client (team_id, created_at, id) include (status) where deleted_at is null;
create index client_owner on client (owner_id, created_at, id) where deleted_at is null;
create index client_search on client using gin (search gin_trgm_ops) where deleted_at is null;

create table client_tag (
  client_id uuid not null references client on delete cascade,
  tag_id uuid not null references tag on delete cascade,
  primary key (client_id, tag_id)
);
create index client_tag_tag on client_tag (tag_id, client_id);
`;
