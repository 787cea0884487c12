import type { NewsletterState } from "@clientela/shared/lists/words";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { badInput } from "../../core/errors.ts";
import { type Slot, when } from "../../core/read/slots.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";

/** The condition that a client is on one of the lists; who unsubscribed from a newsletter is not on it [F68]. */
export const onLists = (listIds: Slot<string[]> | null | undefined): Expression<SqlBool>[] =>
  when(
    listIds,
    (ids) => sql<SqlBool>`exists (select from client_list_member member where member.client_id = client.id
      and member.list_id = any(${ids.map((list) => list.map(uuidOrNull))}::uuid[]) and member.state <> 'UNSUBSCRIBED')`,
  );

/**
 * The distinct ids, all of existing lists.
 * @throws BAD_USER_INPUT on `listIds`
 */
export async function knownLists(db: Kysely<Database>, listIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(listIds.map(uuidOrNull))];
  const known = await db
    .selectFrom("client_list")
    .select("id")
    .where("id", "in", [null, ...ids] as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "listIds", key: "errors.unknownList" });
  return known.map(({ id }) => id);
}

/**
 * Puts a client on exactly these lists. It subscribes to the newsletters among them unless it is on them already, a
 * confirmation pending included; from newsletters it leaves it unsubscribes, so that this is remembered [F116].
 */
export async function setLists(db: Kysely<Database>, clientId: string, listIds: string[]): Promise<void> {
  await sql`delete from client_list_member member using client_list list
    where list.id = member.list_id and not list.newsletter
      and member.client_id = ${clientId} and member.list_id <> all (${listIds}::uuid[])`.execute(db);
  await sql`update client_list_member set state = 'UNSUBSCRIBED', since = now()
    where client_id = ${clientId} and list_id <> all (${listIds}::uuid[]) and state <> 'UNSUBSCRIBED'`.execute(db);
  await sql`insert into client_list_member (client_id, list_id) select ${clientId}, unnest(${listIds}::uuid[])
    on conflict (client_id, list_id) do update set state = 'SUBSCRIBED', since = now()
    where client_list_member.state = 'UNSUBSCRIBED'`.execute(db);
}

/**
 * How a client stands to one newsletter from now on [F116].
 * @throws BAD_USER_INPUT on `listId` when there is no such newsletter
 */
export async function setNewsletter(
  db: Kysely<Database>,
  clientId: string,
  listId: string,
  state: NewsletterState,
): Promise<void> {
  const list = await db
    .selectFrom("client_list")
    .select(["id", "newsletter"])
    .where("id", "=", uuidOrNull(listId))
    .executeTakeFirst();
  if (!list) throw badInput({ path: "listId", key: "errors.unknownList" });
  if (!list.newsletter) throw badInput({ path: "listId", key: "errors.notANewsletter" });
  await sql`insert into client_list_member (client_id, list_id, state) values (${clientId}, ${list.id}, ${state})
    on conflict (client_id, list_id) do update set state = excluded.state, since = now()
    where client_list_member.state <> excluded.state`.execute(db);
}
