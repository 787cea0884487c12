/** Browsers in which somebody has signed in: they have tries of their own. Several people may share one. */
export const knownBrowsers = `
create table known_browser (
  token_hash bytea not null,
  user_id uuid not null references app_user on delete cascade,
  used_at timestamptz not null default now(),
  primary key (token_hash, user_id)
);
`;
