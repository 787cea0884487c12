/** Lists of clients, of which some are newsletters: their members have a state with a history. */
export const lists = `
create table client_list (
  id uuid primary key default uuidv7(),
  name text not null,
  newsletter boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index client_list_name_key on client_list (fold(name));

-- Who unsubscribed from a newsletter stays in here, marked: adding many clients to it must not subscribe them again.
create table client_list_member (
  client_id uuid not null references client on delete cascade,
  list_id uuid not null references client_list on delete cascade,
  state newsletter_status not null default 'SUBSCRIBED' check (state <> 'NEVER'),
  since timestamptz not null default now(),
  primary key (client_id, list_id)
);
create index client_list_member_list on client_list_member (list_id, client_id) include (state);

create trigger changed after insert or update or delete on client_list
  for each statement execute function ledger.reference_changed('lists');

-- Plain lists like tags, as [removed, added] by name, of clients that existed before. Of newsletters every state counts,
-- from the first one on: it says when somebody agreed.
create function ledger.record_lists() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'CLIENT_EDITED', true, ledger.actor(), ledger.cause(), jsonb_build_object('changes', jsonb_build_object('lists',
    case tg_op when 'INSERT' then jsonb_build_array(null, jsonb_agg(l.name order by l.name)) else jsonb_build_array(jsonb_agg(l.name order by l.name), null) end))
  from changed r
  join client_list l on l.id = r.list_id and not l.newsletter
  join client c on c.id = r.client_id
  where c.created_at < now()
  group by r.client_id;

  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select r.client_id, 'NEWSLETTER_CHANGED', true, ledger.actor(), ledger.cause(), jsonb_build_object('listId', l.id, 'list', l.name,
    'before', case tg_op when 'DELETE' then r.state end, 'after', case tg_op when 'INSERT' then r.state end)
  from changed r
  join client_list l on l.id = r.list_id and l.newsletter
  order by r.client_id, l.name;
  return null;
end $$;
create function ledger.record_newsletter_state() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'NEWSLETTER_CHANGED', true, ledger.actor(), ledger.cause(),
    jsonb_build_object('listId', l.id, 'list', l.name, 'before', o.state, 'after', n.state)
  from new_rows n
  join old_rows o using (client_id, list_id)
  join client_list l on l.id = n.list_id and l.newsletter
  where o.state <> n.state;
  return null;
end $$;
create trigger ledger_listed after insert on client_list_member referencing new table as changed
  for each statement execute function ledger.record_lists();
create trigger ledger_unlisted after delete on client_list_member referencing old table as changed
  for each statement execute function ledger.record_lists();
create trigger ledger_state after update on client_list_member referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_newsletter_state();

-- Entries that carry a tag, for the filter and for merging two tags.
create index timeline_entry_tag on timeline_entry using gin (tag_ids) where tag_ids <> '{}';
`;
