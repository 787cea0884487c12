import DataLoader from "dataloader";
import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { notFound } from "../../core/errors.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "../access/visible.ts";
import { entryVisibleTo } from "./timeline.projection.ts";

/**
 * News that a subscriber is about to get: something of a client by its id. Without an id only the client's visibility
 * is asked.
 */
interface Asked {
  clientId: string;
  id: string | null;
  viewer: Viewer;
}

/**
 * Asks for all subscribers at once whether they may be told. An entry wakes them in the same moment, so one statement
 * answers them all, each by its own rights.
 */
export class TimelineGate {
  private readonly loader: DataLoader<Asked, boolean | null>;

  /** @param shown whether `asked.id` is still there, and for the viewer `asked` */
  constructor(db: Kysely<Database>, shown: RawBuilder<unknown>) {
    this.loader = new DataLoader((all) => answers(db, shown, all), { cache: false });
  }

  /**
   * Whether something may be shown.
   * @throws NOT_FOUND when the viewer does not see the client, or no longer
   */
  async shows(asked: Asked): Promise<boolean> {
    const answer = await this.loader.load(asked);
    if (answer === null) throw notFound();
    return answer;
  }
}

/** Whether an entry, `asked.id`, is there for the viewer. */
export const entryShown = sql`(asked.id is null or exists (
  select from timeline_entry where timeline_entry.id = asked.id and timeline_entry.deleted_at is null
    and case when asked.agent then ${entryVisibleTo({ role: "AGENT", userId: sql.ref("asked.user_id") })} else true end))`;

const seen: RawBuilder<SqlBool> = sql`case when asked.sees_all then ${visibleTo({ seesAllClients: true, teamIds: [] })}
  else ${visibleTo({ seesAllClients: false, teamIds: sql.ref("asked.team_ids") })} end`;

/** Null for a viewer who does not see the client. */
async function answers(db: Kysely<Database>, shown: RawBuilder<unknown>, all: readonly Asked[]) {
  const keys = all.map(({ clientId, id, viewer: { userId, role, teamIds, seesAllClients } }) =>
    JSON.stringify({
      client_id: clientId,
      id,
      user_id: userId,
      agent: role === "AGENT",
      team_ids: teamIds,
      sees_all: seesAllClients,
    }),
  );
  const distinct = [...new Set(keys)];
  const { rows } = await sql<{ n: number; shown: boolean }>`
    select asked.n::int as n, ${shown} as shown
    from rows from (jsonb_to_recordset(${`[${distinct.join()}]`}::jsonb)
      as (client_id uuid, id uuid, user_id uuid, agent boolean, team_ids uuid[], sees_all boolean))
      with ordinality as asked(client_id, id, user_id, agent, team_ids, sees_all, n)
    join client on client.id = asked.client_id and ${seen}`.execute(db);
  const answered = new Map(rows.map((row) => [distinct[row.n - 1], row.shown]));
  return keys.map((key) => answered.get(key) ?? null);
}
