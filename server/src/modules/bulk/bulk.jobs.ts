import { sql } from "kysely";
import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";

/** Longer than a process that lives takes from one chunk to the next. */
const ABANDONED_S = 30;

/** Ends work that a process which is gone left unfinished: what it did stays, and can be taken back. */
export const endAbandonedBulk: Job<Core, object> = {
  name: "bulk.end-abandoned",
  payload: noPayload,
  async run({ db }) {
    await sql`update bulk_operation operation set
        status = case status when 'STOPPING' then 'STOPPED' else 'INTERRUPTED' end, finished_at = now(),
        changed = (select count(*) from bulk_target where operation_id = operation.id and outcome = 'CHANGED')
      where id in (select id from bulk_operation where status in ('RUNNING', 'STOPPING')
        and moved_at < now() - make_interval(secs => ${ABANDONED_S}) for update skip locked)`.execute(db);
  },
};

/** Forgets what can no longer be taken back. */
export const tidyBulk: Job<Core, object> = {
  name: "bulk.tidy",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from bulk_operation where finished_at < now() - interval '1 day'`.execute(db);
  },
};
