import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Viewer } from "../../core/viewer.ts";
import { visibleTo } from "../access/visible.ts";
import type { Chunk } from "../operations/operation.kind.ts";

/** Named parts of a statement, in their order, as its CTEs. */
type Parts = Record<string, RawBuilder<unknown>>;

interface Change {
  parts: Parts;
  /** Rows of `id`, `before` and `version`: the clients that are different now. */
  changed: RawBuilder<unknown>;
}
interface Restoring {
  parts: Parts;
  /** Rows of `id`: the clients that are as they were, each any number of times. */
  restored: RawBuilder<unknown>;
}

/**
 * Changes the clients of a chunk that the viewer sees, by one statement, and writes what became of each.
 * @param lock takes the clients' rows in the order of their ids, so that two operations never wait for each other;
 *   without, they may change, but not be merged
 * @param change is given the clients' rows
 */
export function changeClients(chunk: Chunk, lock: boolean, change: (living: RawBuilder<unknown>) => Change) {
  const { parts, changed } = change(sql.table("living"));
  return sql`
    with wanted as (${wanted(chunk)}),
    living as (
      select client.* from client join wanted on wanted.client_id = client.id where ${visibleTo(chunk.viewer)}
      order by client.id ${lock ? sql`for update of client` : sql`for key share of client`}),
    ${ctes({ ...parts, changed })}
    update operation_target target set
      outcome = case when living.id is null then 'LEFT' when changed.id is null then 'SAME' else 'CHANGED' end,
      reason = case when living.id is null then 'errors.notFound' end,
      before = changed.before, version = changed.version
    from wanted left join living on living.id = wanted.client_id left join changed on changed.id = wanted.client_id
    where target.operation_id = ${chunk.operationId}::uuid and target.position = wanted.position`.execute(chunk.db);
}

/**
 * Restores the clients of a chunk that the viewer still sees, by one statement, and writes why the others were left.
 * @param restore is given rows of `client_id`, `before` and `version`, locked in the order of the clients' ids
 */
export function restoreClients(
  chunk: Chunk,
  restore: (found: RawBuilder<unknown>) => Restoring,
  visible: (viewer: Viewer) => RawBuilder<SqlBool> = visibleTo,
) {
  const { parts, restored } = restore(sql.table("found"));
  return sql`
    with wanted as (${wanted(chunk)}),
    found as (
      select client.id as client_id, was.before, was.version
      from wanted join client on client.id = wanted.client_id and ${visible(chunk.viewer)}
      left join operation_target was on was.operation_id = ${chunk.operationId}::uuid and was.position = wanted.position
      order by client.id for update of client),
    ${ctes({ ...parts, restored: sql`select distinct id from (${restored}) each` })}
    update operation_target target set
      outcome = case when restored.id is null then 'CHANGED' else 'UNDONE' end,
      reason = case when restored.id is not null then null when found.client_id is null then 'errors.notFound' else 'errors.changedSince' end
    from wanted left join found on found.client_id = wanted.client_id left join restored on restored.id = wanted.client_id
    where target.operation_id = ${chunk.operationId}::uuid and target.position = wanted.position`.execute(chunk.db);
}

/** By their ids, for then the planner knows how many they are. */
const wanted = ({ targets }: Chunk) => sql`
  select * from unnest(${targets.map(({ recordId }) => recordId)}::uuid[], ${targets.map(({ position }) => position)}::integer[])
    as target(client_id, position)`;

const ctes = (parts: Parts) =>
  sql.join(Object.entries(parts).map(([name, part]) => sql`${sql.ref(name)} as (${part})`));
