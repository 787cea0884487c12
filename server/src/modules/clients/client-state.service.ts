import type { NewsletterState } from "@clientela/shared/lists/words";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { illegalState } from "../../core/errors.ts";
import { transact } from "../../core/transact.ts";
import { lockClient } from "../access/known-client.ts";
import { setNewsletter } from "../lists/list.members.ts";
import { Client } from "./client.entity.ts";

/**
 * Gives an inactive client the status back that it had before; PROSPECT if it never had another [F46].
 * @throws NOT_FOUND; ILLEGAL_STATE when it is not inactive
 */
export async function reactivateClient(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context), async (em, sql) => {
    const client = await em.findOneOrFail(Client, await lockClient(sql, viewerOf(context), id));
    if (client.status !== "INACTIVE") throw illegalState("errors.notInactive");
    client.status = client.statusBeforeInactive ?? "PROSPECT";
  });
}

/**
 * Notes how a client stands to a newsletter from now on; the timeline keeps every state [F116].
 * @throws NOT_FOUND for the client; BAD_USER_INPUT when there is no such newsletter, or no reason to lift a refusal
 */
export async function setNewsletterState(
  context: Context,
  clientId: string,
  change: { listId: string; state: NewsletterState; reason?: string | null },
): Promise<void> {
  await transact(context.core, writtenBy(context), async (_em, sql) => {
    await setNewsletter(sql, await lockClient(sql, viewerOf(context), clientId), change);
  });
}
