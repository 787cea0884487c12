/** What each person is told of, and how they want to be. */
export const notifications = `
create table notification (
  id uuid primary key default uuidv7(),
  user_id uuid not null references app_user on delete cascade,
  kind text not null,
  actor_id uuid references app_user,
  client_id uuid references client on delete cascade,
  entry_id uuid references timeline_entry on delete cascade,
  -- What it is about in a few words: the beginning of a note, the title of a task.
  excerpt text,
  -- How many things one piece of work did at once.
  count integer not null default 1,
  operation_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  xid xid8 not null default pg_current_xact_id()
);
create index notification_user on notification (user_id, created_at, id);
create index notification_unread on notification (user_id, created_at, id) where read_at is null;
create index notification_operation on notification (operation_id) where operation_id is not null;
create index notification_xid on notification (xid);

-- Only what differs from the default: in the app, not by e-mail.
create table notification_preference (
  user_id uuid not null references app_user on delete cascade,
  kind text not null,
  in_app boolean not null,
  email boolean not null,
  primary key (user_id, kind)
);
`;
