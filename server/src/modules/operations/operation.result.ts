import type { TextName } from "@clientela/shared/textNames";
import { type SqlBool, sql } from "kysely";
import type { Context } from "../../context.ts";
import { usersOf } from "../people/people.references.ts";
import { kindOf } from "./operation.kinds.ts";
import type { BulkOperation, BulkResult, BulkStatus } from "./operation.types.ts";
import type { OperationRow } from "./operation.walk.ts";

const MAX_SKIPPED = 100;
export const UNDO_MINUTES = 10;

/** An operation as the API shows it. */
export function shown({ core, translate }: Context, row: OperationRow): BulkOperation {
  const kind = kindOf(core, row.kind);
  const payload = kind?.payload.safeParse(row.payload);
  const { id, matched, done, changed, created_at: createdAt, finished_at: finishedAt } = row;
  const undoable = kind?.undo && changed > 0 && finishedAt && !row.undoing;
  const undoableUntil = undoable ? new Date(finishedAt.getTime() + UNDO_MINUTES * 60_000) : null;
  return {
    id,
    status: statusOf(row),
    matched,
    done,
    changed,
    kind: row.kind,
    subject: (payload?.data && kind?.subject?.(core, payload.data, translate)) ?? null,
    by: usersOf(core).get(row.actor_id) ?? null,
    createdAt,
    finishedAt,
    undoableUntil: undoableUntil && undoableUntil.getTime() > Date.now() ? undoableUntil : null,
  };
}

function statusOf({ status, undoing, stop_asked }: OperationRow): BulkStatus {
  if (stop_asked) return "STOPPING";
  return undoing ? "UNDOING" : status;
}

/** What became of an operation so far, or of its undo once that was asked for. */
export async function resultOf(context: Context, row: OperationRow): Promise<Omit<BulkResult, "operation">> {
  const undo = row.undo_began_at !== null;
  const ofIt = context.core.db.selectFrom("operation_target").where("operation_id", "=", row.id);
  const left = undo
    ? sql<SqlBool>`outcome = 'CHANGED' and reason is not null and position <= ${row.position}`
    : sql<SqlBool>`outcome = 'LEFT'`;
  const counts = await ofIt
    .select((eb) => [
      eb.fn.countAll<string>().filterWhere("outcome", "=", "CHANGED").as("changed"),
      eb.fn.countAll<string>().filterWhere(left).as("left"),
    ])
    .executeTakeFirstOrThrow();
  const skipped = await ofIt
    .select(["record_id as clientId", "reason"])
    .where(left)
    .orderBy("position")
    .limit(MAX_SKIPPED)
    .execute();
  return {
    operationId: row.id,
    matched: row.matched,
    changed: undo ? row.done - Number(counts.left) : Number(counts.changed),
    skipped: skipped.map(({ clientId, reason }) => ({
      clientId: clientId ?? "",
      reason: context.translate((reason ?? "errors.notFound") as TextName),
    })),
  };
}
