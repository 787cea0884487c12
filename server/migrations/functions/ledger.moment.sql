-- The moment of the running transaction's writes: the one set for loading former events, else the transaction's own.
create or replace function ledger.moment() returns timestamptz language sql stable
  return coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now());
