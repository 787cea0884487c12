-- Actor and cause of the running transaction, set when it begins; null for a writer that named none.
create or replace function ledger.actor() returns uuid language sql stable
  return nullif(current_setting('app.actor', true), '')::uuid;
