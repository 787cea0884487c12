/** The manual side of the timeline: what entries said before, files, mentions and kinds of the business's own. */
export const story = `
-- Kinds of activities that the business defined itself [F105]. One that was used is archived, never deleted.
create table activity_kind (
  id uuid primary key default uuidv7(),
  label text not null,
  icon text not null,
  color text not null,
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index activity_kind_label_key on activity_kind (fold(label));
create trigger changed after insert or update or delete on activity_kind
  for each statement execute function ledger.reference_changed('kinds');

alter table timeline_entry
  add column custom_kind_id uuid references activity_kind,
  add column file_ids uuid[] not null default '{}',
  add constraint timeline_custom_kind check ((kind = 'CUSTOM') = (custom_kind_id is not null));

-- Files of clients. Their bytes are in the file storage, under storage_key; a preview is a picture drawn anew.
create table client_file (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  -- Null: of the record itself, or of an activity that is still being written.
  entry_id uuid references timeline_entry,
  name text not null,
  mime text not null,
  size integer not null,
  sha256 bytea not null,
  storage_key text not null,
  preview_key text,
  uploaded_by_id uuid references app_user,
  created_at timestamptz not null default now(),
  -- Null: uploaded for an activity that was not saved yet.
  kept_at timestamptz,
  deleted_at timestamptz
);
create index client_file_client on client_file (client_id, created_at, id) where deleted_at is null and kept_at is not null;
create index client_file_entry on client_file (entry_id) where entry_id is not null;
create index client_file_stray on client_file (created_at) where kept_at is null;
create index client_file_deleted on client_file (deleted_at) where deleted_at is not null;

-- Colleagues named in a manual entry.
create table timeline_mention (
  entry_id uuid not null references timeline_entry,
  user_id uuid not null references app_user,
  created_at timestamptz not null default now(),
  primary key (entry_id, user_id)
);
create index timeline_mention_user on timeline_mention (user_id, created_at);

-- What a manual entry said before each of its changes [F106][F107], whoever changed it.
create table timeline_revision (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references timeline_entry,
  change text not null check (change in ('EDITED', 'DELETED', 'RESTORED')),
  actor_id uuid references app_user,
  cause text,
  changed_at timestamptz not null default now(),
  kind text not null,
  custom_kind_id uuid references activity_kind,
  title text,
  description text,
  stage text,
  -- By name: a tag may be deleted.
  tags text[] not null,
  file_ids uuid[] not null,
  occurred_at timestamptz not null,
  xid xid8 not null default pg_current_xact_id()
);
create index timeline_revision_entry on timeline_revision (entry_id, id);
create index timeline_revision_xid on timeline_revision (xid);

create function ledger.record_revision() returns trigger language plpgsql as $$
begin
  insert into timeline_revision (entry_id, change, actor_id, cause, kind, custom_kind_id, title, description, stage, tags, file_ids, occurred_at)
  select o.id,
    case when o.deleted_at is null and n.deleted_at is not null then 'DELETED'
      when o.deleted_at is not null and n.deleted_at is null then 'RESTORED'
      else 'EDITED' end,
    ledger.actor(), ledger.cause(), o.kind, o.custom_kind_id, o.title, o.description, o.stage,
    array(select t.name from tag t where t.id = any (o.tag_ids) order by fold(t.name)), o.file_ids, o.occurred_at
  from old_rows o
  join new_rows n using (id)
  where not o.automatic
    and ((o.deleted_at is null) <> (n.deleted_at is null)
      or (o.kind, o.custom_kind_id, o.title, o.description, o.stage, o.tag_ids, o.file_ids, o.occurred_at)
        is distinct from (n.kind, n.custom_kind_id, n.title, n.description, n.stage, n.tag_ids, n.file_ids, n.occurred_at));
  return null;
end $$;
create trigger ledger_revise after update on timeline_entry referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_revision();
create trigger ledger_protect before update or delete on timeline_revision for each row
  execute function ledger.append_only();
create trigger ledger_truncate before truncate on timeline_revision for each statement execute function ledger.append_only();
-- A manual entry is taken off the timeline by its deleted_at; the row, and what it said, stay.
create trigger ledger_keep before delete on timeline_entry for each row
  when (not old.automatic) execute function ledger.append_only();
`;
