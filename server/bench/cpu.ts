import { existsSync, readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { Contender } from "./contenders/contender.ts";

/** Processor seconds. */
export interface Spent {
  server: number;
  postgres: number;
}
/** What each process has spent so far: the server's own first, then those of its sessions. */
export type Meter = Map<number, number>;

/**
 * The processor time of a contender's own process and of the PostgreSQL sessions it opened. It tells what a request
 * costs even where neighbours take turns on the machine. Null where the system or the database does not show it.
 */
export async function cpuOf(db: pg.Client, { pid, application }: Contender): Promise<Meter | null> {
  if (!existsSync(`/proc/${pid}/schedstat`)) return null;
  const { rows } = await db.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name like $1 || '%' and datname = current_database()",
    [application],
  );
  if (!rows.every((row) => existsSync(`/proc/${row.pid}/schedstat`))) return null;
  return new Map([pid, ...rows.map((row) => row.pid)].map((process) => [process, secondsOf(process)]));
}

/** What was spent between two readings, of the sessions that were there at both or began between them. */
export function spent(before: Meter | null, after: Meter | null): Spent | null {
  if (!before || !after) return null;
  const [server = 0, ...sessions] = [...after].map(([process, seconds]) => seconds - (before.get(process) ?? 0));
  return { server, postgres: sessions.reduce((sum, seconds) => sum + seconds, 0) };
}

/** The kernel counts each thread's time on a processor in nanoseconds. */
const secondsOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e9)
    .reduce((sum, seconds) => sum + seconds, 0);
