/** Who loads history says when it happened; everyone else writes now. */
export const moments = `
-- The moment of what the running transaction writes: of whoever loads former events, else the transaction's own.
create function ledger.moment() returns timestamptz language sql stable
  return coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now());

alter table timeline_entry alter column occurred_at set default ledger.moment();
`;
