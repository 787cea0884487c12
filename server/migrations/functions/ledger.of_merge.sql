-- Whether the running transaction merges clients or separates them again: the entries of that tell all of it.
create or replace function ledger.of_merge() returns boolean language sql stable
  return coalesce(starts_with(ledger.cause(), 'merge'), false);
