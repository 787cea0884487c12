import pg from "pg";
import { StartError } from "../start-error.ts";

/** The embedded PostgreSQL's owner, the live news, the sign of life of the jobs and their pool of four. */
const FIXED = 7;
/** With fewer, work that needs two connections at once would wait for itself. */
export const LEAST_CONNECTIONS = 12;
/** Connections of the embedded PostgreSQL for commands and a console beside the server. */
export const SPARE_CONNECTIONS = 20;
const LIMIT_MS = 10_000;

/** The pools' share of the connections that a process may take. */
export function shareOut(connections: number): { writing: number; reading: number; planning: number } {
  const rest = connections - FIXED;
  const planning = Math.max(1, Math.floor(rest / 5));
  const writing = Math.floor((rest - planning) / 2);
  return { planning, writing, reading: rest - planning - writing };
}

/**
 * Takes all connections of the process for a moment: a limit found later would break it while it serves.
 * @throws StartError when they are not to be had, or belong to us only for one transaction at a time
 */
export async function checkConnections(connectionString: string, connections: number): Promise<void> {
  const taken: { client: pg.Client; session: number }[] = [];
  try {
    while (taken.length < connections) {
      const client = new pg.Client({
        connectionString,
        connectionTimeoutMillis: LIMIT_MS,
        query_timeout: LIMIT_MS,
        application_name: "clientela",
      });
      client.on("error", () => undefined);
      try {
        await client.connect();
        taken.push({ client, session: await sessionOf(client) });
      } catch (error) {
        void client.end().catch(() => undefined);
        throw tooFew(connections, taken.length, error);
      }
      if (new Set(taken.map(({ session }) => session)).size < taken.length) throw lent();
    }
    for (const { client, session } of taken) if ((await sessionOf(client)) !== session) throw lent();
    const left = await leftBesideOthers((taken[0] as (typeof taken)[0]).client, connections);
    if (left < connections) throw tooFew(connections, Math.max(0, left));
  } finally {
    await Promise.all(taken.map(({ client }) => client.end().catch(() => undefined)));
  }
}

const sessionOf = async (client: pg.Client): Promise<number> =>
  (await client.query("select pg_backend_pid() as session")).rows[0].session;

const lent = () =>
  new StartError(
    "DATABASE_URL: this pooler lends a connection for one transaction only, and Clientela keeps its own. Give the " +
      "database's own address, or the pooler's in session mode.",
  );

function tooFew(connections: number, room: number, error?: unknown): StartError {
  const reason = error instanceof Error ? ` (${error.message.replace(/\.$/, "")})` : "";
  return new StartError(
    `DATABASE_CONNECTIONS: Clientela takes up to ${connections}, and the database or its pooler has room for ${room}` +
      `${reason}. Set it lower, ${LEAST_CONNECTIONS} or more, or raise their limits.`,
  );
}

/**
 * The connections left if every other Clientela on this database takes all it may, by PostgreSQL's limits. Processes
 * take theirs only when they need them, so counting those in use is not enough.
 */
async function leftBesideOthers(client: pg.Client, connections: number): Promise<number> {
  const { rows } = await client.query(
    `with session as (
       select datname = current_database() as here, usesysid = role.oid as own, application_name as name
       from pg_stat_activity, pg_roles role where role.rolname = current_user and datid is not null
     ), ours as (
       select count(*) filter (where name = 'clientela live') * $1::int as kept from session where here
     ), others as (
       select count(*) as anywhere, count(*) filter (where here) as here, count(*) filter (where own) as own
       from session where not (here and name like 'clientela%')
     )
     select least(
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
         - coalesce(current_setting('reserved_connections', true)::int, 0) - others.anywhere,
       case when datconnlimit >= 0 and not rolsuper then datconnlimit - others.here end,
       case when rolconnlimit >= 0 and not rolsuper then rolconnlimit - others.own end
     )::int - kept::int as left
     from ours, others, pg_database, pg_roles where datname = current_database() and rolname = current_user`,
    [connections],
  );
  return rows[0].left;
}
