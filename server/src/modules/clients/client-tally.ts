import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import type { ClientStats } from "./client.types.ts";

/** The rows of `client_tally` and `client_arrival` that count what `visibleTo` shows a viewer. */
export const talliedFor = ({ seesAllClients, teamIds }: Viewer): RawBuilder<SqlBool> =>
  seesAllClients ? sql`true` : sql`team_id = any(${teamIds}::uuid[])`;

/** The first day of the current month in the business's time zone. */
export const thisMonth = sql<string>`date_trunc('month', now() at time zone (select time_zone from settings))::date`;

/** Statuses that a list shows without being asked for [F51]. */
export const counted = sql<SqlBool>`status <> 'INACTIVE'`;

/** The key figures of the clients that a viewer sees, without counting a client. */
export async function findClientStats(db: Kysely<Database>, viewer: Viewer): Promise<ClientStats> {
  const { rows } = await sql<Omit<ClientStats, "total">>`
    select coalesce(sum(clients) filter (where status = 'PROSPECT'), 0)::int as prospects,
      coalesce(sum(clients) filter (where status = 'CLIENT'), 0)::int as clients,
      coalesce(sum(clients) filter (where status = 'INACTIVE'), 0)::int as inactive,
      (select coalesce(sum(clients), 0)::int from client_arrival
        where ${talliedFor(viewer)} and ${counted} and day >= ${thisMonth}
          and day < ${thisMonth} + interval '1 month') as "newThisMonth"
    from client_tally where ${talliedFor(viewer)}`.execute(db);
  const stats = rows[0] as Omit<ClientStats, "total">;
  return { ...stats, total: stats.prospects + stats.clients };
}

/** Puts the rows of each key together, so that there are never many to add up. */
export const foldTallies: Job<Core, object> = {
  name: "tally.fold",
  payload: noPayload,
  async run({ db }) {
    await sql`select tally.fold()`.execute(db);
  },
};
