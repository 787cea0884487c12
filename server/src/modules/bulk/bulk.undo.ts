import { type RawBuilder, sql } from "kysely";
import type { Viewer } from "../../core/viewer.ts";
import { deletedVisibleTo, visibleTo } from "../access/visible.ts";
import type { Chunk } from "./bulk.actions.ts";

/** A client that was not restored: out of the viewer's sight, or changed by somebody else since. */
export interface LeftAlone {
  clientId: string;
  seen: boolean;
}
export type Undo = (chunk: Chunk, viewer: Viewer) => RawBuilder<LeftAlone>;

/** What those clients of a chunk were before that the viewer still sees, locked in the order of their ids. */
const taken = ({ operationId, ids }: Chunk, visible: RawBuilder<unknown>) => sql`
  chunk as (
    select client.id as client_id, target.before, target.version
    from unnest(${ids}::uuid[]) wanted(client_id)
    join client on client.id = wanted.client_id and ${visible}
    left join bulk_target target on target.operation_id = ${operationId}::uuid and target.client_id = client.id
    order by client.id for update of client)`;
/** Marks what was restored and answers the others, which stay as they were for whoever may take them back. */
const mark = ({ operationId, ids }: Chunk, restored: string) => sql<LeftAlone>`,
  marked as (
    update bulk_target target set outcome = 'UNDONE' from ${sql.table(restored)} restored
    where target.operation_id = ${operationId}::uuid and target.client_id = restored.id)
  select wanted.client_id as "clientId", chunk.client_id is not null as seen
  from unnest(${ids}::uuid[]) wanted(client_id) left join chunk on chunk.client_id = wanted.client_id
  where wanted.client_id not in (select id from ${sql.table(restored)})`;

const unlinkAgain =
  (table: string, column: string, condition = sql`true`): Undo =>
  (chunk, viewer) =>
    sql<LeftAlone>`
  with ${taken(chunk, visibleTo(viewer))}, restored as (
    delete from ${sql.table(table)} link using chunk
    where link.client_id = chunk.client_id and jsonb_exists(chunk.before, (link.${sql.ref(column)})::text) and ${condition} returning link.client_id as id),
  once as (select distinct id from restored) ${mark(chunk, "once")}`;

/** A link whose other end is gone by now stays off. */
const linkAgain =
  (table: string, column: string, target: string): Undo =>
  (chunk, viewer) =>
    sql<LeftAlone>`
  with ${taken(chunk, visibleTo(viewer))}, restored as (
    insert into ${sql.table(table)} (client_id, ${sql.ref(column)})
    select chunk.client_id, other.id from chunk
      join ${sql.table(target)} other on jsonb_exists(chunk.before, other.id::text)
    on conflict do nothing returning client_id as id),
  once as (select distinct id from restored) ${mark(chunk, "once")}`;

/** Back on the list in the former state, unless the list is gone or the client has joined or refused it since. */
const rejoinList: Undo = (chunk, viewer) => sql<LeftAlone>`
  with ${taken(chunk, visibleTo(viewer))}, restored as (
    insert into client_list_member as member (client_id, list_id, state)
    select chunk.client_id, list.id, (chunk.before ->> list.id::text)::newsletter_status
    from chunk join client_list list on jsonb_exists(chunk.before, list.id::text)
    on conflict (client_id, list_id) do update set state = excluded.state, since = now()
      where member.state = 'UNSUBSCRIBED'
        and member.since = (select (chunk.before ->> 'since')::timestamptz from chunk where chunk.client_id = member.client_id)
    returning client_id as id) ${mark(chunk, "restored")}`;

/** Only where nobody has changed the client since: its version is the one it was left at. */
const setAgain =
  (assignments: RawBuilder<unknown>, { visible = visibleTo, condition = sql`true` } = {}): Undo =>
  (chunk, viewer) =>
    sql<LeftAlone>`
  with ${taken(chunk, visible(viewer))}, restored as (
    update client set ${assignments}, version = client.version + 1, updated_at = now()
    from chunk where client.id = chunk.client_id and client.version = chunk.version and ${condition}
    returning client.id) ${mark(chunk, "restored")}`;

const kept = (column: string) =>
  sql`case when jsonb_exists(chunk.before, ${sql.lit(column)}) then (chunk.before ->> ${sql.lit(column)})::uuid else client.${sql.ref(column)} end`;

/** How each kind of operation is taken back, a chunk at a time. */
export const undoing = {
  TAG: unlinkAgain("client_tag", "tag_id"),
  UNTAG: linkAgain("client_tag", "tag_id", "tag"),
  // Who has unsubscribed since stays so.
  LIST: unlinkAgain("client_list_member", "list_id", sql`link.state <> 'UNSUBSCRIBED'`),
  UNLIST: rejoinList,
  STATUS: setAgain(sql`status = (chunk.before ->> 'status')::client_status`),
  ASSIGN: setAgain(sql`owner_id = ${kept("owner_id")}, team_id = ${kept("team_id")}`),
  // Its e-mail may be somebody else's by now.
  DELETE: setAgain(sql`deleted_at = null`, {
    visible: deletedVisibleTo,
    condition: sql`(client.email is null or client.email_shared or not exists (
      select from client other where other.email = client.email and other.deleted_at is null and not other.email_shared))`,
  }),
} satisfies Record<string, Undo>;

export type BulkKind = keyof typeof undoing;
