/**
 * The ledger: `timeline_entry`, and the triggers that write it. Whoever changes a client, be it a form, a bulk action, an
 * import or a console, leaves an entry in the same transaction. Statement-level triggers with transition tables, so that
 * a statement on 100,000 rows runs them once.
 */
export const ledger = `
create table timeline_entry (
  id uuid primary key default uuidv7(),
  client_id uuid not null references client,
  kind text not null,
  automatic boolean not null,
  actor_id uuid references app_user,
  cause text,
  occurred_at timestamptz not null default now(),
  title text,
  description text,
  stage text,
  tag_ids uuid[] not null default '{}',
  data jsonb,
  edited_at timestamptz,
  deleted_at timestamptz,
  xid xid8 not null default pg_current_xact_id()
);
create index timeline_entry_client on timeline_entry (client_id, occurred_at, id) where deleted_at is null;
create index timeline_entry_xid on timeline_entry (xid);

create schema ledger;

-- Columns that are not part of a record's history.
create function ledger.technical() returns text[] language sql immutable parallel safe
  return array['id', 'created_at', 'updated_at', 'version', 'search', 'search_public', 'last_interaction_at', 'email_shared', 'status', 'deleted_at'];

-- Actor and cause of the running transaction, set by whoever opened it; null for a writer that named none.
create function ledger.actor() returns uuid language sql stable
  return nullif(current_setting('app.actor', true), '')::uuid;
create function ledger.cause() returns text language sql stable
  return nullif(current_setting('app.cause', true), '');

create function ledger.record_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, occurred_at)
  select n.id, 'CLIENT_CREATED', true, ledger.actor(), ledger.cause(), n.created_at
  from new_rows n;
  return null;
end $$;

create function ledger.record_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.id, entry.kind, true, ledger.actor(), ledger.cause(), entry.data
  from new_rows n
  join old_rows o using (id)
  cross join lateral (
    select 'STATUS_CHANGED' as kind, jsonb_build_object('before', o.status, 'after', n.status) as data
    where n.status <> o.status
    union all
    select 'CLIENT_DELETED', null where n.deleted_at is not null and o.deleted_at is null
    union all
    select 'CLIENT_EDITED', jsonb_build_object('changes', jsonb_object_agg(was.key, jsonb_build_array(was.value, now.value)))
    from jsonb_each(to_jsonb(o)) was
    join jsonb_each(to_jsonb(n)) now using (key)
    where was.value is distinct from now.value and was.key <> all (ledger.technical())
    having count(*) > 0
  ) entry
  where o is distinct from n;
  return null;
end $$;

-- The key is the record's identity in the ledger; a row that changed it would be missed above.
create function ledger.keep_key() returns trigger language plpgsql as $$
begin
  raise exception 'the id of a client cannot be changed' using errcode = 'restrict_violation';
end $$;

-- Tags added to or taken from clients that existed before this transaction: [removed, added] by name.
create function ledger.record_tags() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'CLIENT_EDITED', true, ledger.actor(), ledger.cause(), jsonb_build_object('changes', jsonb_build_object('tags',
    case tg_op when 'INSERT' then jsonb_build_array(null, jsonb_agg(t.name order by t.name)) else jsonb_build_array(jsonb_agg(t.name order by t.name), null) end))
  from changed r
  join tag t on t.id = r.tag_id
  join client c on c.id = r.client_id
  where c.created_at < now()
  group by r.client_id;
  return null;
end $$;

create function ledger.touch() returns trigger language plpgsql as $$
begin
  -- Statement triggers run for no rows too: without this, updating the client would come back here for ever.
  if not exists (select from new_rows where not automatic) then return null; end if;
  update client c set last_interaction_at = n.occurred_at
  from (select client_id, max(occurred_at) as occurred_at from new_rows where not automatic group by client_id) n
  where c.id = n.client_id and n.occurred_at > coalesce(c.last_interaction_at, '-infinity');
  return null;
end $$;

create function ledger.protect() returns trigger language plpgsql as $$
begin
  -- Merging clients, and undoing it, moves entries and changes nothing else.
  if tg_op = 'UPDATE' and ledger.cause() like 'merge%' and to_jsonb(old) - 'client_id' = to_jsonb(new) - 'client_id' then
    return new;
  end if;
  raise exception 'automatic timeline entries cannot be changed' using errcode = 'restrict_violation';
end $$;
create function ledger.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the timeline is append-only' using errcode = 'restrict_violation';
end $$;

create trigger ledger_insert after insert on client referencing new table as new_rows
  for each statement execute function ledger.record_insert();
create trigger ledger_update after update on client referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_update();
create trigger ledger_key before update of id on client for each row
  when (old.id is distinct from new.id) execute function ledger.keep_key();
create trigger ledger_tagged after insert on client_tag referencing new table as changed
  for each statement execute function ledger.record_tags();
create trigger ledger_untagged after delete on client_tag referencing old table as changed
  for each statement execute function ledger.record_tags();
create trigger ledger_touch after insert on timeline_entry referencing new table as new_rows
  for each statement execute function ledger.touch();
create trigger ledger_protect before update or delete on timeline_entry for each row
  when (old.automatic) execute function ledger.protect();
create trigger ledger_truncate before truncate on timeline_entry
  for each statement execute function ledger.append_only();

-- What the processes keep in memory (people, teams, tags, settings, who is signed in) and must read again.
create table reference_change (
  id bigint generated always as identity primary key,
  topic text not null,
  at timestamptz not null default now(),
  xid xid8 not null default pg_current_xact_id()
);
create index reference_change_xid on reference_change (xid);
create function ledger.reference_changed() returns trigger language plpgsql as $$
begin
  insert into reference_change (topic) values (tg_argv[0]);
  return null;
end $$;
create trigger changed after insert or update or delete on app_user for each statement execute function ledger.reference_changed('people');
create trigger changed after insert or update or delete on team for each statement execute function ledger.reference_changed('people');
create trigger changed after insert or delete on team_member for each statement execute function ledger.reference_changed('people');
create trigger changed after insert or update or delete on tag for each statement execute function ledger.reference_changed('tags');
create trigger changed after insert or update on settings for each statement execute function ledger.reference_changed('settings');
create trigger changed after delete on session for each statement execute function ledger.reference_changed('access');
create trigger changed after update of expires_at or delete on api_key for each statement execute function ledger.reference_changed('access');
`;
