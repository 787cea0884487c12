/**
 * Work on many clients becomes an operation of any kind: its row holds what it was told and how far it has come, and its
 * targets stand in an order. What runs while this comes has said too little to go on, so it ends as interrupted.
 */
export const operations = `
drop index bulk_operation_unfinished;
alter table bulk_operation rename to operation;
alter table operation drop constraint bulk_operation_status_check;
alter table operation rename constraint bulk_operation_pkey to operation_pkey;
alter table operation rename constraint bulk_operation_actor_id_fkey to operation_actor_id_fkey;
alter table operation
  add column payload jsonb not null default '{}',
  add column stop_asked boolean not null default false,
  add column undoing boolean not null default false,
  -- The last target that the work, or its undoing, has committed.
  add column position integer not null default 0,
  -- In a row, without a commit between them.
  add column failures integer not null default 0,
  add column undo_began_at timestamptz,
  drop column moved_at;

-- One row for each thing that an operation works on: what became of it, the key of a text that says why it was left, what
-- was there before, and the version it was left at. A record may be made only by the work.
create table operation_target (
  operation_id uuid not null,
  position integer not null,
  record_id uuid,
  outcome text check (outcome in ('CHANGED', 'SAME', 'LEFT', 'UNDONE')),
  reason text,
  before jsonb,
  version integer
);
insert into operation_target (operation_id, position, record_id, outcome, reason, before, version)
select operation_id, row_number() over (partition by operation_id order by client_id), client_id,
  case outcome when 'GONE' then 'LEFT' else outcome end, case outcome when 'GONE' then 'errors.notFound' end, before, version
from bulk_target;
drop table bulk_target;
alter table operation_target
  add primary key (operation_id, position),
  add constraint operation_target_operation_id_fkey foreign key (operation_id) references operation on delete cascade;

update operation set status = case status when 'STOPPING' then 'STOPPED' else 'INTERRUPTED' end, finished_at = now(),
  changed = (select count(*) from operation_target where operation_id = operation.id and outcome = 'CHANGED')
  where status in ('RUNNING', 'STOPPING');
update operation set position = matched;
-- Clients given to a team alone have a kind of their own.
update operation set kind = 'TEAM' where kind = 'ASSIGN' and exists (
  select from operation_target where operation_id = operation.id and before is not null and not jsonb_exists(before, 'owner_id'));
alter table operation add constraint operation_status_check
  check (status in ('RUNNING', 'DONE', 'STOPPED', 'FAILED', 'INTERRUPTED', 'UNDONE'));
create index operation_unfinished on operation (id) where finished_at is null or undoing;
create index operation_of_actor on operation (actor_id, created_at desc);
`;
