import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import type { Database } from "../../database/tables.ts";
import type { OperationKind, Work } from "./operation.kind.ts";

export type OperationRow = Selectable<Database["operation"]>;

export const walkLimits = {
  /** Targets of one transaction: small enough that others wait for none of them long. */
  chunk: 5000,
};
/** Any number not used for another kind of advisory lock of this database. */
const WALK = 20_261_126;

/** Lets one transaction at a time go on with an operation; readers and a stop wait for none. */
export const holdWalk = (db: Kysely<Database>, id: string) =>
  sql`select pg_advisory_xact_lock(${WALK}, hashtext(${id}))`.execute(db);

/** Does the next chunk, and ends the work after the last one or a stop; answers whether there is more. */
export async function applyNext(work: Work, kind: OperationKind<object>, operation: OperationRow): Promise<boolean> {
  const payload = kind.payload.parse(operation.payload);
  const targets = operation.stop_asked ? [] : await nextTargets(work, operation);
  if (targets.length > 0) await kind.apply({ ...work, targets }, payload);
  await move(work, targets);
  if (targets.length === walkLimits.chunk) return true;
  await end(work.db, { id: work.operationId, as: sql`case when stop_asked then 'STOPPED' else 'DONE' end` });
  await kind.finished?.(work, payload);
  return false;
}

/** Takes the next chunk back, and ends the undo after the last one or a stop; answers whether there is more. */
export async function undoNext(work: Work, kind: OperationKind<object>, operation: OperationRow): Promise<boolean> {
  const targets = operation.stop_asked ? [] : await nextTargets(work, operation, "CHANGED");
  if (targets.length > 0) await kind.undo?.({ ...work, targets });
  await move(work, targets);
  if (targets.length === walkLimits.chunk) return true;
  const left = await end(work.db, { id: work.operationId, as: sql`status` });
  if (left < operation.changed) await kind.undone?.(work);
  return false;
}

/**
 * Ends the work of an operation, or its undo. After an undo the work keeps its status, unless nothing of it is left to
 * take back. Answers how much is left.
 */
export async function end(db: Kysely<Database>, { id, as }: { id: string; as: RawBuilder<unknown> }): Promise<number> {
  const { rows } = await sql<{
    changed: number;
  }>`update operation set status = case when finished_at is null then ${as} when left_over = 0 then 'UNDONE' else status end,
      changed = left_over, undoing = false, stop_asked = false, finished_at = coalesce(finished_at, now())
    from (select count(*) as left_over from operation_target where operation_id = ${id} and outcome = 'CHANGED') counted
    where id = ${id} returning changed`.execute(db);
  return rows[0]?.changed ?? 0;
}

const nextTargets = ({ db, operationId }: Work, { position }: OperationRow, outcome?: "CHANGED") =>
  db
    .selectFrom("operation_target")
    .select(["position", "record_id as recordId"])
    .where("operation_id", "=", operationId)
    .where("position", ">", position)
    .$if(outcome !== undefined, (query) => query.where("outcome", "=", outcome as "CHANGED"))
    .orderBy("position")
    .limit(walkLimits.chunk)
    .execute();

/** Commits the walk's position together with its work, so that nothing is done twice or left out. */
const move = ({ db, operationId }: Work, targets: { position: number }[]) =>
  sql`update operation set done = done + ${targets.length}, failures = 0, position = coalesce(${targets.at(-1)?.position ?? null}, position)
    where id = ${operationId}`.execute(db);
