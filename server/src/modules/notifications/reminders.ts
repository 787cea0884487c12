import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { type News, notify } from "./notify.ts";

const AT_ONCE = 100;
/** Each try waits twice as long as the one before, from two minutes: given up after 17 hours. */
const MOST_TRIES = 9;

/** Rows that remind somebody at their `remind_at`, once. */
export interface Reminders<Row extends { id: string }> {
  /** The name of the job; see `Job`. */
  name: string;
  table: "task" | "appointment";
  /** Which rows still remind. */
  open: RawBuilder<SqlBool>;
  /** The columns that the news are made from, with the id. */
  columns: RawBuilder<unknown>;
  /** Null where nobody has to be told any more. */
  newsOf(core: Core, row: Row): News | null;
}

/**
 * A job that reminds of what is due. A row is marked in the transaction that tells of it, and other processes skip it
 * meanwhile. So each reminder is sent once, however late and by however many processes. A row that fails is logged and
 * tried again later; it holds back no other.
 */
export const reminderJob = <Row extends { id: string }>(reminders: Reminders<Row>): Job<Core, object> => ({
  name: reminders.name,
  payload: noPayload,
  async run(core, _payload, { signal }) {
    let found = AT_ONCE;
    while (found === AT_ONCE && !signal.aborted) {
      found = await transact(core, { actor: null }, async (_em, db) => {
        const rows = await dueRows(db, reminders);
        for (const row of rows) await remind(core, db, reminders, row);
        return rows.length;
      });
    }
  },
});

async function dueRows<Row extends { id: string }>(
  db: Kysely<Database>,
  { table, open, columns }: Reminders<Row>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${sql.table(table)} due
    where remind_at <= now() and reminded_at is null and ${open}
      and not exists (select from reminder_failure failure
        where failure.id = due.id and failure.remind_at = due.remind_at and failure.again_at > now())
    order by remind_at limit ${AT_ONCE} for update skip locked`.execute(db);
  return rows;
}

async function remind<Row extends { id: string }>(
  core: Core,
  db: Kysely<Database>,
  { table, newsOf }: Reminders<Row>,
  row: Row,
): Promise<void> {
  await sql`savepoint reminder`.execute(db);
  try {
    await sql`update ${sql.table(table)} set reminded_at = now() where id = ${row.id}`.execute(db);
    const news = newsOf(core, row);
    if (news) await notify(core, db, news);
  } catch (err) {
    await sql`rollback to savepoint reminder`.execute(db);
    const tries = await noteFailure(db, table, row.id);
    core.log.warn({ err, table, id: row.id, tries, final: tries >= MOST_TRIES }, "a reminder was not sent");
  }
  await sql`release savepoint reminder`.execute(db);
}

async function noteFailure(db: Kysely<Database>, table: "task" | "appointment", id: string): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into reminder_failure as former (id, remind_at, tries, again_at)
    select id, remind_at, 1, now() + interval '2 minutes' from ${sql.table(table)} where id = ${id}
    on conflict (id) do update set remind_at = excluded.remind_at,
      (tries, again_at) = (select tries, case when tries >= ${MOST_TRIES} then 'infinity' else now() + interval '1 minute' * 2 ^ tries end
        from (select case when former.remind_at = excluded.remind_at then former.tries + 1 else 1 end as tries) made)
    returning tries`.execute(db);
  return rows[0]?.tries ?? 0;
}
