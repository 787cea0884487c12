import type { ClientBase } from "pg";
import { escapeIdentifier } from "pg";
import { LEFT_OUT } from "./format.ts";

/**
 * The tables of the database and their columns, without what it works out itself. Numbers of transactions mean nothing in
 * another one: there every row belongs to the transaction that restores it.
 */
export async function columnsOfTables(client: ClientBase): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select relname as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)
       and attgenerated = '' and atttypid <> 'xid8'::regtype
       and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
     group by relname order by relname`,
    [LEFT_OUT],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/** The rows of a table and their columns, as COPY names them. */
export const copied = (table: string, columns: string[]): string =>
  `${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(", ")})`;

/**
 * The part of a table that is copied. A copy must not hold links that open an account: such messages come back without
 * their text, like those whose link was voided.
 */
export const source = (table: string, columns: string[]): string =>
  table !== "message"
    ? copied(table, columns)
    : `(select ${columns.map((column) => (SECRET.has(column) ? `case when not secret then ${column} end` : escapeIdentifier(column))).join(", ")} from message)`;
const SECRET = new Set(["text", "html"]);

/** So that values are written in one way, whatever the database's settings. */
export const WRITE_ALIKE =
  "set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 1; " +
  "set bytea_output = 'hex'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0";

/** A job that waits, as the queue of any version takes it. */
export interface WaitingJob {
  task: string;
  payload: object;
  queue: string | null;
  runAt: string;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  key: string | null;
  priority: number;
  flags: string[] | null;
}

export async function waitingJobs(client: ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query(
    `select task.identifier as task, job.payload, queue.queue_name as queue, job.run_at::text as "runAt", job.attempts,
       job.max_attempts as "maxAttempts", job.last_error as "lastError", job.key, job.priority,
       (select array_agg(flag) from jsonb_object_keys(job.flags) flag) as flags
     from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     left join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id
     order by job.id`,
  );
  return rows;
}

export async function addJob(client: ClientBase, job: WaitingJob): Promise<void> {
  const { rows } = await client.query(
    "select id from graphile_worker.add_job($1, $2::json, $3, $4::timestamptz, $5, $6, $7, $8)",
    [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.key, job.priority, job.flags],
  );
  await client.query("update graphile_worker._private_jobs set attempts = $2, last_error = $3 where id = $1", [
    rows[0].id,
    job.attempts,
    job.lastError,
  ]);
}
