/** What was done to many clients at once, as the latest happenings leave it out; undoing bulk work is as much of that. */
export const causes = `
create function ledger.of_many(cause text) returns boolean language sql immutable parallel safe as $$
  select coalesce(cause ~ '^(bulk|undo|import|tag|list|team|custom field)( |$)', false)
$$;
drop index timeline_entry_latest;
create index timeline_entry_latest on timeline_entry (occurred_at, id)
  where deleted_at is null and not ledger.of_many(cause);
`;
