import type { ClientStatus } from "@clientela/shared/clients/words";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../context.ts";
import type { Viewer } from "../../core/viewer.ts";
import { visibleTo } from "../access/visible.ts";
import { tellOfAssignment } from "../notifications/assigned.ts";
import type { BulkKind } from "./bulk.undo.ts";

/** The clients of an operation that one statement takes up: by their ids, for then the planner knows how many they are. */
export interface Chunk {
  operationId: string;
  ids: string[];
}

/**
 * Work on many clients: how a chunk of them is changed, by one statement that leaves in `bulk_target` what became of each
 * client. How that is taken back is in `undoing`, under its kind.
 */
export interface BulkAction {
  kind: BulkKind;
  apply(chunk: Chunk, viewer: Viewer): RawBuilder<unknown>;
  /** Once all chunks are done. */
  finished?(context: Context, operationId: string): Promise<void>;
}

/** Links put on clients: tags, lists. */
type Link = { table: "client_tag"; column: "tag_id" } | { table: "client_list_member"; column: "list_id" };

const taken = ({ ids }: Chunk) => sql`chunk as (select unnest(${ids}::uuid[]) as client_id)`;
/** Locked in the order of their ids, so that two operations never wait for each other. */
const living = (viewer: Viewer, lock: boolean) => sql`
  living as (
    select client.* from client join chunk on chunk.client_id = client.id where ${visibleTo(viewer)}
    order by client.id ${lock ? sql`for update of client` : sql``})`;
const mark = ({ operationId }: Chunk, changed: RawBuilder<unknown>) => sql`
  update bulk_target target set
    outcome = case when living.id is null then 'GONE' when changed.id is null then 'SAME' else 'CHANGED' end,
    before = changed.before, version = changed.version
  from chunk left join living on living.id = chunk.client_id left join (${changed}) changed on changed.id = chunk.client_id
  where target.operation_id = ${operationId}::uuid and target.client_id = chunk.client_id`;

/** Adds links; each client remembers those it did not have. */
export const link = (kind: BulkKind, { table, column }: Link, ids: string[]): BulkAction => ({
  kind,
  apply: (chunk, viewer) => sql`
    with ${taken(chunk)}, ${living(viewer, false)}, added as (
      insert into ${sql.table(table)} (client_id, ${sql.ref(column)})
      select living.id, link.id from living cross join unnest(${ids}::uuid[]) link(id)
      on conflict do nothing returning client_id, ${sql.ref(column)} as link_id)
    ${mark(chunk, sql`select client_id as id, jsonb_agg(link_id) as before, null::integer as version from added group by client_id`)}`,
});

/**
 * Takes clients off a list; each remembers the state it had. From a newsletter they unsubscribe, so that adding many
 * clients to it later does not subscribe them again.
 */
export const leaveList = (listId: string): BulkAction => ({
  kind: "UNLIST",
  apply: (chunk, viewer) => sql`
    with ${taken(chunk)}, ${living(viewer, true)}, was as (
      select member.*, list.newsletter from living
      join client_list_member member on member.client_id = living.id and member.list_id = ${listId}::uuid
      join client_list list on list.id = member.list_id
      where member.state <> 'UNSUBSCRIBED'),
    removed as (
      delete from client_list_member member using was
      where not was.newsletter and member.client_id = was.client_id and member.list_id = was.list_id),
    unsubscribed as (
      update client_list_member member set state = 'UNSUBSCRIBED', since = now() from was
      where was.newsletter and member.client_id = was.client_id and member.list_id = was.list_id)
    ${mark(chunk, sql`select client_id as id, jsonb_build_object(list_id, state, 'since', now()) as before, null::integer as version from was`)}`,
});

/** Takes tags off; each client remembers those it had. */
export const unlink = (kind: BulkKind, { table, column }: Link, ids: string[]): BulkAction => ({
  kind,
  apply: (chunk, viewer) => sql`
    with ${taken(chunk)}, ${living(viewer, false)}, removed as (
      delete from ${sql.table(table)} link using living
      where link.client_id = living.id and link.${sql.ref(column)} = any(${ids}::uuid[])
      returning link.client_id, link.${sql.ref(column)} as link_id)
    ${mark(chunk, sql`select client_id as id, jsonb_agg(link_id) as before, null::integer as version from removed group by client_id`)}`,
});

/** Sets columns; each client remembers what they held. */
function set(kind: BulkKind, columns: Record<string, RawBuilder<unknown>>): BulkAction {
  const names = Object.keys(columns);
  const assigned = sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
  const differs = sql.join(
    Object.entries(columns).map(([name, value]) => sql`living.${sql.ref(name)} is distinct from ${value}`),
    sql` or `,
  );
  const before = sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql`living.${sql.ref(name)}`]))})`;
  return {
    kind,
    apply: (chunk, viewer) => sql`
      with ${taken(chunk)}, ${living(viewer, true)}, changed_clients as (
        update client set ${assigned}, version = client.version + 1, updated_at = now()
        from living where client.id = living.id and (${differs})
        returning client.id, client.version, ${before} as before)
      ${mark(chunk, sql`select id, before, version from changed_clients`)}`,
  };
}

export const setStatus = (status: ClientStatus) => set("STATUS", { status: sql`${status}::client_status` });
export const remove = () => set("DELETE", { deleted_at: sql`now()` });
export const assign = ({ ownerId, teamId }: { ownerId?: string | null; teamId?: string | null }): BulkAction => ({
  ...set("ASSIGN", {
    ...(ownerId !== undefined && { owner_id: sql`${ownerId}::uuid` }),
    ...(teamId !== undefined && { team_id: sql`${teamId}::uuid` }),
  }),
  ...(ownerId && { finished: (context, operationId) => tellOfAssignment(context, operationId, ownerId) }),
});
