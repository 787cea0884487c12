import { clientListRules } from "@clientela/shared/lists/rules";
import type { Kysely } from "kysely";
import { type Context, writtenBy } from "../../context.ts";
import { given, lockRecord } from "../../core/changes.ts";
import { illegalState, notFound, parseInput, taken } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { ClientList, type ClientListInput } from "./list.entity.ts";

const nameTaken = taken({ client_list_name_key: { path: "name", key: "errors.listExists" } });

/**
 * Adds a list of clients [F115].
 * @throws BAD_USER_INPUT when the name is taken, accents and case ignored
 */
export async function createClientList(context: Context, input: ClientListInput): Promise<string> {
  const { name, newsletter } = parseInput(clientListRules, input);
  return transact(context.core, writtenBy(context), async (em) => {
    const list = em.create(ClientList, { name, newsletter: newsletter ?? false });
    await em.flush();
    return list.id;
  }).catch(nameTaken);
}

/**
 * Renames a list, or makes an empty one a newsletter. A change of its nature must not subscribe anybody, nor forget a
 * refusal.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken; ILLEGAL_STATE when a list with clients would change its
 *   nature
 */
export async function updateClientList(context: Context, id: string, input: ClientListInput): Promise<string> {
  const { name, newsletter } = parseInput(clientListRules.partial(), input);
  return transact(context.core, writtenBy(context), async (em, sql) => {
    // Clients that are added meanwhile wait, for their foreign keys ask for it.
    const list = await lockRecord(em, ClientList, id);
    if (newsletter != null && newsletter !== list.newsletter) await refuseMembers(sql, list.id);
    em.assign(list, given({ name, newsletter: newsletter ?? undefined }));
    return list.id;
  }).catch(nameTaken);
}

/**
 * Removes a list; its clients stay, and their timelines keep that they were on it.
 * @throws NOT_FOUND
 */
export async function deleteClientList(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context, "list"), async (_em, sql) => {
    const listId = uuidOrNull(id);
    // First the members, while the ledger's trigger can still read the list's name.
    await sql.deleteFrom("client_list_member").where("list_id", "=", listId).execute();
    await sql.deleteFrom("client_list").where("id", "=", listId).returning("id").executeTakeFirstOrThrow(notFound);
  });
}

async function refuseMembers(sql: Kysely<Database>, listId: string): Promise<void> {
  const member = await sql
    .selectFrom("client_list_member")
    .select("client_id")
    .where("list_id", "=", listId)
    .limit(1)
    .executeTakeFirst();
  if (member) throw illegalState("errors.listHasMembers");
}
