import { type Kysely, type RawBuilder, sql as raw, type SqlBool } from "kysely";
import { notFound } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { visibleTo } from "./visible.ts";

/**
 * A client's id as it is stored.
 * @throws NOT_FOUND, also for a client that the viewer may not see
 */
export async function knownClient(sql: Kysely<Database>, viewer: Viewer, id: string): Promise<string> {
  const client = await seen(sql, viewer, uuidOrNull(id)).executeTakeFirst();
  if (!client) throw notFound();
  return client.id;
}

/**
 * The same of a client that is locked until the transaction ends.
 * Rows that refer to it may be added meanwhile.
 * @param id also a query that answers it
 * @throws NOT_FOUND, also for a client that the viewer may not see
 */
export async function lockClient(
  sql: Kysely<Database>,
  viewer: Viewer,
  id: string | RawBuilder<string>,
): Promise<string> {
  const wanted = typeof id === "string" ? uuidOrNull(id) : id;
  const client = await seen(sql, viewer, wanted).forNoKeyUpdate().executeTakeFirst();
  if (!client) throw notFound();
  return client.id;
}

const seen = (sql: Kysely<Database>, viewer: Viewer, id: string | RawBuilder<string> | null) =>
  sql.selectFrom("client").select("client.id").where("client.id", "=", id).where(visibleTo(viewer));

/** The tables whose rows hang on a client. */
type OnClient = {
  [T in keyof Database]: Database[T] extends { id: unknown; client_id: unknown } ? T : never;
}[keyof Database];

/**
 * The stored id of one or several records that hang on a client. They are locked in one order until the transaction
 * ends.
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
  const { rows } = await raw<{ id: string }>`
    select ${record}.id from ${record} join client on client.id = ${record}.client_id
    where ${record}.id = any(${ids}::uuid[]) and ${state} and ${visibleTo(viewer)}
    order by ${record}.id for no key update of ${record}`.execute(sql);
  if (rows.length !== ids.length) throw notFound();
  const known = rows.map(({ id }) => id);
  return (Array.isArray(given) ? known : known[0]) as Ids;
}
