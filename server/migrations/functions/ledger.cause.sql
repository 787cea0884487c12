-- The cause of the running transaction, or null.
create or replace function ledger.cause() returns text language sql stable
  return nullif(current_setting('app.cause', true), '');
