import { sql } from "kysely";
import type { Core } from "../../context.ts";
import type { Job } from "../../core/jobs.ts";
import { transact } from "../../core/transact.ts";
import { notify } from "../notifications/notify.ts";

const AT_ONCE = 100;

interface DueTask {
  id: string;
  clientId: string;
  title: string;
  assigneeId: string | null;
}

/**
 * Reminds of what is due. A task is marked in the transaction that tells of it, and others pass over it meanwhile: each
 * reminder is sent once, however many processes look and however late. What is done, deleted or put off is not due.
 */
export const remindOfTasks: Job<Core, object> = {
  name: "tasks.remind",
  async run(core, _payload, { signal }) {
    let found = AT_ONCE;
    while (found === AT_ONCE && !signal.aborted) {
      found = await transact(core, { actor: null }, async (_em, db) => {
        const { rows } = await sql<DueTask>`
          update task set reminded_at = now()
          from (select id from task where remind_at <= now() and reminded_at is null and not done and deleted_at is null
            order by remind_at limit ${AT_ONCE} for update skip locked) due
          where task.id = due.id
          returning task.id, task.client_id as "clientId", task.title, task.assignee_id as "assigneeId"`.execute(db);
        for (const { clientId, title, assigneeId } of rows) {
          if (!assigneeId) continue;
          await notify(core, db, {
            kind: "TASK_DUE",
            userIds: [assigneeId],
            actorId: null,
            clientId,
            excerpt: title,
            view: "tasks",
          });
        }
        return rows.length;
      });
    }
  },
};
