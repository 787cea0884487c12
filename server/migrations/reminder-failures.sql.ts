/** Reminders that could not be sent, and when each is tried again. */
export const reminderFailures = `
create table reminder_failure (
  -- Of a task or an appointment; no reference, for a row that cannot be written must not keep its failure from being noted.
  id uuid primary key,
  -- A reminder that moves starts anew.
  remind_at timestamptz not null,
  tries integer not null,
  again_at timestamptz not null
);
`;
