import { sql } from "kysely";
import { z } from "zod";
import type { OperationKind } from "../../operations/operation.kind.ts";
import { tagsOf } from "../../tags/tag.references.ts";
import { changeClients, restoreClients } from "../chunk-of-clients.ts";

const payload = z.object({ tagIds: z.array(z.uuid()) });
type Tags = z.output<typeof payload>;

const subject: OperationKind<Tags>["subject"] = (core, { tagIds }) =>
  tagIds.flatMap((id) => tagsOf(core).get(id)?.name ?? []).join(", ") || null;

/** Puts tags on clients; each remembers those that it did not have. */
export const tagging: OperationKind<Tags> = {
  name: "TAG",
  cause: "bulk",
  payload,
  subject,
  apply: (chunk, { tagIds }) =>
    changeClients(chunk, false, (clients) => ({
      parts: {
        added: sql`insert into client_tag (client_id, tag_id)
          select client.id, tag.id from ${clients} client cross join unnest(${tagIds}::uuid[]) tag(id)
          on conflict do nothing returning client_id, tag_id`,
      },
      changed: sql`select client_id as id, jsonb_agg(tag_id) as before, null::integer as version from added group by client_id`,
    })),
  undo: (chunk) =>
    restoreClients(chunk, (clients) => ({
      parts: {
        removed: sql`delete from client_tag link using ${clients} client
          where link.client_id = client.client_id and jsonb_exists(client.before, link.tag_id::text)
          returning link.client_id`,
      },
      restored: sql`select client_id as id from removed`,
    })),
};

/** Takes tags off clients; each remembers those that it had. */
export const untagging: OperationKind<Tags> = {
  name: "UNTAG",
  cause: "bulk",
  payload,
  subject,
  apply: (chunk, { tagIds }) =>
    changeClients(chunk, false, (clients) => ({
      parts: {
        removed: sql`delete from client_tag link using ${clients} client
          where link.client_id = client.id and link.tag_id = any(${tagIds}::uuid[])
          returning link.client_id, link.tag_id`,
      },
      changed: sql`select client_id as id, jsonb_agg(tag_id) as before, null::integer as version from removed group by client_id`,
    })),
  // A tag that was deleted meanwhile stays off.
  undo: (chunk) =>
    restoreClients(chunk, (clients) => ({
      parts: {
        added: sql`insert into client_tag (client_id, tag_id)
          select client.client_id, tag.id from ${clients} client join tag on jsonb_exists(client.before, tag.id::text)
          on conflict do nothing returning client_id`,
      },
      restored: sql`select client_id as id from added`,
    })),
};
