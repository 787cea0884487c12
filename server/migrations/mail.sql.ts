/** Every e-mail that was ever to be sent, with what became of it; and the links of forgotten passwords. */
export const mail = `
create table message (
  id uuid primary key default uuidv7(),
  kind text not null,
  -- Whom of our people it is for.
  user_id uuid references app_user on delete cascade,
  recipient text not null check (recipient !~ '[\\r\\n]'),
  subject text not null check (subject !~ '[\\r\\n]'),
  -- Null once they may no longer be read: a link in them opens a door.
  text text,
  html text,
  secret boolean not null default false,
  state text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'KEPT', 'CANCELLED')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  -- Of one that is being sent: when nobody can still be at it.
  next_attempt_at timestamptz check (next_attempt_at is not null or state not in ('QUEUED', 'SENDING')),
  sent_at timestamptz
);
create index message_created on message (created_at, id);
create index message_state on message (state, created_at, id);
create index message_due on message (next_attempt_at, id) where state in ('QUEUED', 'SENDING');
create index message_user on message (user_id) where secret;

-- Several may be open at once: whoever asks again and again must not make another's link worthless.
create table password_reset (
  id uuid primary key default uuidv7(),
  user_id uuid not null references app_user on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index password_reset_user on password_reset (user_id, created_at);
`;
