/** Whom of the client's people an activity was with, and the ledger's entries for files of the record itself. */
export const entryContacts = `
alter table timeline_entry add column contact_id uuid references contact;
-- By name, as tags are.
alter table timeline_revision add column contact text;

-- What is about one person of a client, be it an activity or what the ledger wrote of them [F110].
create index timeline_entry_about on timeline_entry (coalesce(contact_id::text, data ->> 'contactId'), occurred_at, id)
  where deleted_at is null and coalesce(contact_id::text, data ->> 'contactId') is not null;

create or replace function ledger.record_revision() returns trigger language plpgsql as $$
begin
  insert into timeline_revision (entry_id, change, actor_id, cause, kind, custom_kind_id, title, description, stage, tags, file_ids, occurred_at, contact)
  select o.id,
    case when o.deleted_at is null and n.deleted_at is not null then 'DELETED'
      when o.deleted_at is not null and n.deleted_at is null then 'RESTORED'
      else 'EDITED' end,
    ledger.actor(), ledger.cause(), o.kind, o.custom_kind_id, o.title, o.description, o.stage,
    array(select t.name from tag t where t.id = any (o.tag_ids) order by fold(t.name)), o.file_ids, o.occurred_at,
    (select c.name from contact c where c.id = o.contact_id)
  from old_rows o
  join new_rows n using (id)
  where not o.automatic
    and ((o.deleted_at is null) <> (n.deleted_at is null)
      or (o.kind, o.custom_kind_id, o.title, o.description, o.stage, o.tag_ids, o.file_ids, o.occurred_at, o.contact_id)
        is distinct from (n.kind, n.custom_kind_id, n.title, n.description, n.stage, n.tag_ids, n.file_ids, n.occurred_at, n.contact_id));
  return null;
end $$;

-- Files of the record itself, added, deleted and put back [F101]; those of an activity are part of what it says.
create function ledger.record_file_insert() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, 'FILE_ADDED', true, ledger.actor(), ledger.cause(), jsonb_build_object('fileId', n.id, 'name', n.name)
  from new_rows n
  where n.entry_id is null and n.kept_at is not null
  order by n.id;
  return null;
end $$;
create function ledger.record_file_update() returns trigger language plpgsql as $$
begin
  insert into timeline_entry (client_id, kind, automatic, actor_id, cause, data)
  select n.client_id, case when n.deleted_at is null then 'FILE_RESTORED' else 'FILE_DELETED' end, true,
    ledger.actor(), ledger.cause(), jsonb_build_object('fileId', n.id, 'name', n.name)
  from new_rows n
  join old_rows o using (id)
  where n.entry_id is null and n.kept_at is not null and (n.deleted_at is null) <> (o.deleted_at is null)
  order by n.id;
  return null;
end $$;
create trigger ledger_insert after insert on client_file referencing new table as new_rows
  for each statement execute function ledger.record_file_insert();
create trigger ledger_update after update on client_file referencing old table as old_rows new table as new_rows
  for each statement execute function ledger.record_file_update();
`;
