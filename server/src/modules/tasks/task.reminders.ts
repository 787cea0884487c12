import { sql } from "kysely";
import { reminderJob } from "../notifications/reminders.ts";
import { taskDue } from "./task.news.ts";

/** Reminds of tasks that are due; what is done, deleted or put off is not. */
export const remindOfTasks = reminderJob<{ id: string; clientId: string; title: string; assigneeId: string | null }>({
  name: "tasks.remind",
  table: "task",
  open: sql`not done and deleted_at is null`,
  columns: sql`id, client_id as "clientId", title, assignee_id as "assigneeId"`,
  newsOf: (_core, { id, clientId, title, assigneeId }) =>
    assigneeId ? { kind: taskDue, userIds: [assigneeId], actorId: null, clientId, aboutId: id, words: title } : null,
});
