/** Work on many clients whose process ended is found by what nobody has moved for a while, and ends as interrupted. */
export const bulkEnds = `
alter table bulk_operation add column moved_at timestamptz not null default now();
alter table bulk_operation drop constraint bulk_operation_status_check;
alter table bulk_operation add constraint bulk_operation_status_check
  check (status in ('RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED', 'INTERRUPTED', 'UNDONE'));
create index bulk_operation_unfinished on bulk_operation (moved_at) where status in ('RUNNING', 'STOPPING');

-- They were marked before they were taken back, and then it failed.
update bulk_operation set status = 'DONE' where status = 'UNDONE'
  and exists (select from bulk_target where operation_id = bulk_operation.id and outcome = 'CHANGED');
`;
