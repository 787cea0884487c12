-- Whether something was done to many clients at once: the latest happenings leave that out.
create or replace function ledger.of_many(cause text) returns boolean language sql immutable parallel safe as $$
  select coalesce(cause ~ '^(bulk|undo|import|tag|list|team|custom field)( |$)', false)
$$;
