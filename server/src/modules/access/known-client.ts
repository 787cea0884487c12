import { type Kysely, type RawBuilder, sql as raw, type SqlBool } from "kysely";
import { notFound } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { currentId } from "./merged.ts";
import { visibleTo } from "./visible.ts";

/**
 * A client's id as it is stored; for that of a merged client the survivor's. It cannot be merged until the transaction
 * ends, so what is written for it stays with it.
 * @throws NOT_FOUND, also for a client that the viewer may not see
 */
export const knownClient = (sql: Kysely<Database>, viewer: Viewer, id: string): Promise<string> =>
  find(sql, uuidOrNull(id), (wanted) => seen(sql, viewer, wanted).forKeyShare());

/**
 * The same of a client that is locked until the transaction ends.
 * Rows that refer to it may be added meanwhile.
 * @param id also a query that answers it
 * @throws NOT_FOUND, also for a client that the viewer may not see
 */
export const lockClient = (sql: Kysely<Database>, viewer: Viewer, id: string | RawBuilder<string>): Promise<string> =>
  find(sql, typeof id === "string" ? uuidOrNull(id) : id, (wanted) => seen(sql, viewer, wanted).forNoKeyUpdate());

type Wanted = string | RawBuilder<string> | null;
type Query = { executeTakeFirst(): Promise<{ id: string } | undefined> };

/** Who answers for a merged client may be merged while it is waited for: the next statement tells into whom. */
async function find(sql: Kysely<Database>, id: Wanted, query: (wanted: Wanted) => Query): Promise<string> {
  for (let wanted = id; wanted !== null; ) {
    const client = await query(wanted).executeTakeFirst();
    if (client) return client.id;
    const { rows } = await raw<{ id: string | null }>`select ${currentId(id)} as id`.execute(sql);
    const current = rows[0]?.id ?? null;
    if (current === wanted) break;
    wanted = current;
  }
  throw notFound();
}

const seen = (sql: Kysely<Database>, viewer: Viewer, id: Wanted) =>
  sql.selectFrom("client").select("client.id").where("client.id", "=", id).where(visibleTo(viewer));

/** The tables whose rows hang on a client. */
type OnClient = {
  [T in keyof Database]: Database[T] extends { id: unknown; client_id: unknown } ? T : never;
}[keyof Database];

/**
 * The stored id of one or several records that hang on a client. They are locked in one order until the transaction
 * ends, after their clients, which cannot be merged meanwhile.
 * @param state what else is asked of it
 * @throws NOT_FOUND, also for those of a client that the viewer may not see
 */
export async function lockOnClient<Ids extends string | string[]>(
  sql: Kysely<Database>,
  viewer: Viewer,
  table: OnClient,
  given: Ids,
  state: RawBuilder<SqlBool> = raw`true`,
): Promise<Ids> {
  const ids = distinctIds([given].flat());
  const record = raw.table(table);
  const query = raw<{ id: string }>`
    select ${record}.id from ${record} join client on client.id = ${record}.client_id
    where ${record}.id = any(${ids}::uuid[]) and ${state} and ${visibleTo(viewer)}
    order by client.id, ${record}.id for key share of client for no key update of ${record}`;
  let { rows } = await query.execute(sql);
  // A merge that was waited for has moved them.
  if (rows.length !== ids.length) ({ rows } = await query.execute(sql));
  if (rows.length !== ids.length) throw notFound();
  const known = rows.map(({ id }) => id);
  return (Array.isArray(given) ? known : known[0]) as Ids;
}
