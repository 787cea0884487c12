import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { Contender } from "./contenders/contender.ts";

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100;

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
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const { rows } = await db.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name like $1 || '%' and datname = current_database()",
    [application],
  );
  if (!rows.every((row) => existsSync(`/proc/${row.pid}/stat`))) return null;
  return { server: secondsOf(pid), postgres: rows.reduce((sum, row) => sum + secondsOf(row.pid), 0) };
}

function secondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // Behind the name, which may hold spaces: utime and stime are the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
