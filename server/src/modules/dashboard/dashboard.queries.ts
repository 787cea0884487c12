import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { counted, findClientStats, talliedFor, thisMonth } from "../clients/client-tally.ts";
import { usersOf } from "../people/people.references.ts";
import type { Arrivals, ChannelCount, ContactStats, Dashboard } from "./dashboard.types.ts";

interface Figures {
  contacts: ContactStats;
  bySource: ChannelCount[];
  byOwner: { id: string | null; clients: number }[];
  arrivals: Arrivals[];
}

/** The figures of the clients that the viewer sees, from the tallies: no client is looked at [F211–F215]. */
export async function findDashboard(context: Context): Promise<Dashboard> {
  const { core } = context;
  const viewer = viewerOf(context);
  const visible = talliedFor(viewer);
  const [clients, { rows }] = await Promise.all([
    findClientStats(core.db, viewer),
    sql<Figures>`
      with tallied as materialized (
        select owner_id, channel, sum(clients) filter (where ${counted})::int as clients,
          sum(contacts_active)::int as active, sum(contacts_inactive)::int as inactive
        from client_tally where ${visible} group by 1, 2
      ), by_source as (
        select channel, sum(clients)::int as clients from tallied group by 1 having sum(clients) > 0
      ), by_owner as (
        select owner_id as id, sum(clients)::int as clients from tallied group by 1 having sum(clients) > 0
      ), by_month as (
        select date_trunc('month', day)::date as month,
          coalesce(sum(clients) filter (where status = 'PROSPECT'), 0)::int as prospects,
          coalesce(sum(clients) filter (where status = 'CLIENT'), 0)::int as clients
        from client_arrival where ${visible} and day >= ${thisMonth} - interval '11 months' group by 1
      ), months as (
        select (${thisMonth} - make_interval(months => back))::date as month from generate_series(11, 0, -1) back
      )
      select
        (select json_build_object('active', coalesce(sum(active), 0), 'inactive', coalesce(sum(inactive), 0)) from tallied) as contacts,
        (select coalesce(json_agg(by_source order by clients desc, channel), '[]') from by_source) as "bySource",
        (select coalesce(json_agg(by_owner order by clients desc, id), '[]') from by_owner) as "byOwner",
        (select json_agg(json_build_object('month', month, 'prospects', coalesce(prospects, 0), 'clients', coalesce(clients, 0))
          order by month) from months left join by_month using (month)) as arrivals`.execute(core.db),
  ]);
  const { byOwner, ...figures } = rows[0] as Figures;
  return {
    clients,
    ...figures,
    byOwner: byOwner.map(({ id, clients }) => ({ owner: usersOf(core).get(id), clients })),
  };
}
