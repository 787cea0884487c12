import { existsSync, readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { Contender } from "./contenders/contender.ts";

/** Processor seconds spent so far. */
export interface Spent {
  server: number;
  postgres: number;
}

/**
 * The processor time of a contender's own process and of the PostgreSQL sessions it opened. It tells what a request
 * costs even where neighbours take turns on the machine. Null where the system or the database does not show it.
 */
export async function cpuOf(db: pg.Client, { pid, application }: Contender): Promise<Spent | null> {
  if (!existsSync(`/proc/${pid}/schedstat`)) return null;
  const { rows } = await db.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name like $1 || '%' and datname = current_database()",
    [application],
  );
  if (!rows.every((row) => existsSync(`/proc/${row.pid}/schedstat`))) return null;
  return { server: secondsOf(pid), postgres: rows.reduce((sum, row) => sum + secondsOf(row.pid), 0) };
}

/** The kernel counts each thread's time on a processor in nanoseconds. */
const secondsOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e9)
    .reduce((sum, seconds) => sum + seconds, 0);
