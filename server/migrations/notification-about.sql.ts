/** A notification names what it is about, and holds no copy of its words. */
export const notificationAbout = `
alter table notification
  add column task_id uuid references task on delete cascade,
  add column appointment_id uuid references appointment on delete cascade;

-- What was told before is found by its words.
update notification n set task_id = (
  select t.id from task t where t.client_id = n.client_id and left(t.title, 140) = n.excerpt
  order by t.deleted_at is null desc, t.assignee_id = n.user_id desc nulls last, t.id desc limit 1)
where n.kind in ('TASK_ASSIGNED', 'TASK_DUE');
update notification n set appointment_id = (
  select a.id from appointment a where a.client_id = n.client_id and left(a.title, 132) = substr(n.excerpt, 9)
  order by a.id desc limit 1)
where n.kind = 'APPOINTMENT_SOON';

alter table notification drop column excerpt;
`;
