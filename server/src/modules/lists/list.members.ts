import { resubscribeRules } from "@clientela/shared/lists/rules";
import type { NewsletterState } from "@clientela/shared/lists/words";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { badInput, parseInput } from "../../core/errors.ts";
import { type Slot, when } from "../../core/read/slots.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";

/**
 * The condition that a client is on one of the lists. A client that unsubscribed from a newsletter is not on it [F68].
 */
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
  const ids = distinctIds(listIds);
  const known = await db
    .selectFrom("client_list")
    .select("id")
    .where("id", "in", [null, ...ids] as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "listIds", key: "errors.unknownList" });
  return known.map(({ id }) => id);
}

/**
 * Puts a client on exactly these plain lists. A newsletter among them is subscribed to only if the client never was on
 * it. A newsletter that is left out, or was unsubscribed from, stays as it is [F116].
 */
export async function setLists(db: Kysely<Database>, clientId: string, listIds: string[]): Promise<void> {
  await sql`delete from client_list_member member using client_list list
    where list.id = member.list_id and not list.newsletter
      and member.client_id = ${clientId} and member.list_id <> all (${listIds}::uuid[])`.execute(db);
  await sql`insert into client_list_member (client_id, list_id) select ${clientId}, unnest(${listIds}::uuid[])
    on conflict (client_id, list_id) do nothing`.execute(db);
}

/**
 * How a client stands to one newsletter from now on [F116].
 * @throws BAD_USER_INPUT on `listId` when there is no such newsletter, on `reason` when a refusal is lifted without one
 */
export async function setNewsletter(
  db: Kysely<Database>,
  clientId: string,
  { listId, state, reason }: { listId: string; state: NewsletterState; reason?: string | null },
): Promise<void> {
  const list = await db
    .selectFrom("client_list")
    .select(["id", "newsletter"])
    .where("id", "=", uuidOrNull(listId))
    .executeTakeFirst();
  if (!list) throw badInput({ path: "listId", key: "errors.unknownList" });
  if (!list.newsletter) throw badInput({ path: "listId", key: "errors.notANewsletter" });
  const member = await db
    .selectFrom("client_list_member")
    .select("state")
    .where("client_id", "=", clientId)
    .where("list_id", "=", list.id)
    .forUpdate()
    .executeTakeFirst();
  if (member?.state === "UNSUBSCRIBED" && state !== "UNSUBSCRIBED") {
    const { reason: why } = parseInput(resubscribeRules, { reason: reason ?? "" });
    await sql`select set_config('app.reason', ${why}, true)`.execute(db);
  }
  // A refusal said again counts as newer: undoing an earlier change must not lift it.
  await sql`insert into client_list_member (client_id, list_id, state) values (${clientId}, ${list.id}, ${state})
    on conflict (client_id, list_id) do update set state = excluded.state, since = now()
    where client_list_member.state <> excluded.state or excluded.state = 'UNSUBSCRIBED'`.execute(db);
}
