import type { NewsletterState } from "@clientela/shared/lists/words";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { illegalState } from "../../core/errors.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { lockClient } from "../access/known-client.ts";
import { setNewsletter } from "../lists/list.members.ts";
import { Client } from "./client.entity.ts";

/**
 * Gives an inactive client the status back that it had before, PROSPECT if it never had another, and answers what is
 * read of it [F46].
 * @throws NOT_FOUND; ILLEGAL_STATE when it is not inactive
 */
export async function reactivateClient<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const reactivate = async (em: EntityManager, sql: Kysely<Database>) => {
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewerOf(context), id));
    if (client.status !== "INACTIVE") throw illegalState("errors.notInactive");
    client.status = client.statusBeforeInactive ?? "PROSPECT";
    return client.id;
  };
  return transact(context.core, writtenBy(context), reactivate, read);
}

/**
 * Notes how a client stands to a newsletter from now on, and answers what is read of the client; the timeline keeps
 * every state [F116].
 * @throws NOT_FOUND for the client; BAD_USER_INPUT when there is no such newsletter, or no reason to lift a refusal
 */
export async function setNewsletterState<A>(
  context: Context,
  clientId: string,
  change: { listId: string; state: NewsletterState; reason?: string | null },
  read: Read<A>,
): Promise<A> {
  const set = async (_em: EntityManager, sql: Kysely<Database>) => {
    const client = await lockClient(sql, viewerOf(context), clientId);
    await setNewsletter(sql, client, change);
    return client;
  };
  return transact(context.core, writtenBy(context), set, read);
}
