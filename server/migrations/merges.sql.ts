/**
 * Clients that are the same one become one (ADR 55). A merged client's row stays, deleted; here stands who answers for
 * it. A merge keeps what it moved and changed, so that it can be taken back for thirty days.
 */
export const merges = `
create table client_merge (
  id uuid primary key default uuidv7(),
  survivor_id uuid not null references client,
  -- Of each merged client its id, its name, and by column the values that lost, as [lost, won].
  clients jsonb not null,
  -- Of the survivor, by column, as the ledger has them.
  changes jsonb not null,
  actor_id uuid references app_user,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  -- Of the survivor by the undo, and what it could not bring back.
  undone_changes jsonb,
  undone_left jsonb
);
create index client_merge_survivor on client_merge (survivor_id, id);

-- The rows of one table that a merged client gave to the survivor, and what else was changed for it.
create table client_merge_part (
  merge_id uuid not null references client_merge on delete cascade,
  client_id uuid not null references client,
  table_name text not null,
  keys uuid[] not null,
  before jsonb,
  -- Of all that the client had, by key, where people know it by a name.
  names jsonb,
  primary key (merge_id, client_id, table_name)
);

-- Who answers for a merged client now, however often the survivor was merged itself. By e-mail and numbers it is found.
create table merged_client (
  client_id uuid primary key references client,
  survivor_id uuid not null references client,
  merge_id uuid not null references client_merge,
  email text,
  keys text[] not null
);
create index merged_client_survivor on merged_client (survivor_id);
create index merged_client_email on merged_client (email) where email is not null;
create index merged_client_keys on merged_client using gin (keys);

-- The client that an entry was written of, where it was merged since: its edits are none of the survivor.
alter table timeline_entry add column origin_id uuid;

-- What the indexes of each client's rows leave out is moved as well.
create index timeline_entry_deleted on timeline_entry (client_id) where deleted_at is not null;
create index task_deleted on task (client_id) where deleted_at is not null;
create index client_file_apart on client_file (client_id) where deleted_at is not null or kept_at is null;
create index notification_client on notification (client_id) where client_id is not null;
`;
