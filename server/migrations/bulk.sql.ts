/** Work on many clients at once, kept so that its progress can be seen and it can be taken back; and saved filters. */
export const bulk = `
create table bulk_operation (
  id uuid primary key default uuidv7(),
  kind text not null,
  actor_id uuid references app_user,
  status text not null default 'RUNNING' check (status in ('RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED', 'UNDONE')),
  matched integer not null default 0,
  done integer not null default 0,
  changed integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

-- One row per client of an operation: what became of it, what was there before, and the version it was left at.
create table bulk_target (
  operation_id uuid not null references bulk_operation on delete cascade,
  client_id uuid not null,
  outcome text,
  before jsonb,
  version integer,
  primary key (operation_id, client_id)
);

create table saved_filter (
  id uuid primary key default uuidv7(),
  name text not null,
  filter jsonb not null,
  owner_id uuid not null references app_user on delete cascade,
  shared boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index saved_filter_name on saved_filter (owner_id, fold(name));
create index saved_filter_shared on saved_filter (shared) where shared;
`;
