-- The moment of what the running transaction writes: of whoever loads former events, else the transaction's own.
create or replace function ledger.moment() returns timestamptz language sql stable
  return coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now());
