-- Keeps what a manual entry said before a change.
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
