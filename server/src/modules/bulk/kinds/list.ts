import { sql } from "kysely";
import { z } from "zod";
import { listsOf } from "../../lists/list.references.ts";
import type { OperationKind } from "../../operations/operation.kind.ts";
import { changeClients, restoreClients } from "../chunk-of-clients.ts";

const payload = z.object({ listId: z.uuid() });
type List = z.output<typeof payload>;

const subject: OperationKind<List>["subject"] = (core, { listId }) => listsOf(core).get(listId)?.name ?? null;

/** Adds clients to a list; each remembers that it was not on it. */
export const listing: OperationKind<List> = {
  name: "LIST",
  cause: "bulk",
  payload,
  subject,
  apply: (chunk, { listId }) =>
    changeClients(chunk, false, (clients) => ({
      parts: {
        added: sql`insert into client_list_member (client_id, list_id) select id, ${listId}::uuid from ${clients}
          on conflict do nothing returning client_id, list_id`,
      },
      changed: sql`select client_id as id, jsonb_build_array(list_id) as before, null::integer as version from added`,
    })),
  // A client that has unsubscribed since stays so.
  undo: (chunk) =>
    restoreClients(chunk, (clients) => ({
      parts: {
        removed: sql`delete from client_list_member member using ${clients} client
          where member.client_id = client.client_id and jsonb_exists(client.before, member.list_id::text)
            and member.state <> 'UNSUBSCRIBED'
          returning member.client_id`,
      },
      restored: sql`select client_id as id from removed`,
    })),
};

/**
 * Takes clients off a list; each remembers the state it had. From a newsletter they unsubscribe, so that adding many
 * clients to it later does not subscribe them again.
 */
export const unlisting: OperationKind<List> = {
  name: "UNLIST",
  cause: "bulk",
  payload,
  subject,
  apply: (chunk, { listId }) =>
    changeClients(chunk, true, (clients) => ({
      parts: {
        was: sql`select member.*, list.newsletter from ${clients} client
          join client_list_member member on member.client_id = client.id and member.list_id = ${listId}::uuid
          join client_list list on list.id = member.list_id
          where member.state <> 'UNSUBSCRIBED'`,
        removed: sql`delete from client_list_member member using was
          where not was.newsletter and member.client_id = was.client_id and member.list_id = was.list_id`,
        unsubscribed: sql`update client_list_member member set state = 'UNSUBSCRIBED', since = now() from was
          where was.newsletter and member.client_id = was.client_id and member.list_id = was.list_id`,
      },
      changed: sql`select client_id as id, jsonb_build_object(list_id, state, 'since', now()) as before, null::integer as version from was`,
    })),
  // Back in the former state, unless the list is gone, or the client has joined or refused it since.
  undo: (chunk) =>
    restoreClients(chunk, (clients) => ({
      parts: {
        added: sql`insert into client_list_member as member (client_id, list_id, state)
          select client.client_id, list.id, (client.before ->> list.id::text)::newsletter_status
          from ${clients} client join client_list list on jsonb_exists(client.before, list.id::text)
          on conflict (client_id, list_id) do update set state = excluded.state, since = now()
            where member.state = 'UNSUBSCRIBED' and member.since = (
              select (client.before ->> 'since')::timestamptz from ${clients} client where client.client_id = member.client_id)
          returning client_id`,
      },
      restored: sql`select client_id as id from added`,
    })),
};
