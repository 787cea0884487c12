import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, illegalState, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import type { Viewer } from "../../core/viewer.ts";
import { visibleTo } from "../access/visible.ts";
import { clientConditions } from "../clients/client.queries.ts";
import { type ConditionFields, conditionFields } from "../custom-fields/custom-field.filter.ts";
import { forgetOperation } from "../notifications/notification.service.ts";
import type { BulkAction } from "./bulk.actions.ts";
import type { BulkArgs, BulkOperation, BulkResult } from "./bulk.types.ts";
import { type Undo, undoing } from "./bulk.undo.ts";
import { applyToAll, holdOperation, MAX_SKIPPED, undoAll } from "./bulk.walk.ts";

const MAX_IDS = 10_000;
const UNDO_MINUTES = 10;

/**
 * Does an action on a selection of clients, in chunks that each commit. Clients that the viewer does not see are left out
 * of what a filter matches, and told as skipped when they were named.
 * @throws BAD_USER_INPUT unless exactly one of ids and filter is given
 */
export async function runBulk(
  context: Context,
  { selection, operationId }: BulkArgs,
  info: GraphQLResolveInfo,
  action: BulkAction,
): Promise<BulkResult> {
  const viewer = viewerOf(context);
  const { ids } = selection;
  if ((ids == null) === (selection.filter == null)) throw badInput({ path: "selection", key: "errors.selection" });
  if (ids && ids.length > MAX_IDS)
    throw badInput({ path: "selection.ids", key: "errors.tooManyIds", params: { max: MAX_IDS } });
  const fields = await conditionFields(context, selection.filter);
  const id = await begin(context, action.kind, operationId);
  try {
    await choose(context, viewer, info, id, fields);
    await applyToAll(context, id, action);
  } catch (error) {
    // Where the database itself is gone, the operation is found unfinished later.
    await finish(context, id, "FAILED").catch(() => undefined);
    throw error;
  }
  await finish(context, id, "DONE");
  await action.finished?.(context, id);
  return resultOf(context, id, ids ?? []);
}

/**
 * Takes an operation back, its maker's own or anyone's by who manages. Clients changed since, or out of the viewer's
 * sight, are skipped, said, and left for another try, also by somebody else; so is what an interrupted one did not reach.
 * @throws NOT_FOUND; ILLEGAL_STATE ten minutes after its end, while it runs, or when nothing of it is left to take back
 */
export async function undoOperation(context: Context, id: string): Promise<BulkResult> {
  const { core, translate } = context;
  const operation = await ownOperation(context, id);
  const undo = (undoing as Partial<Record<string, Undo>>)[operation.kind];
  if (!undo) throw illegalState("errors.notUndoable");
  if (operation.status === "UNDONE") throw illegalState("errors.undone");
  const { finished_at: end, matched } = operation;
  if (end === null) throw illegalState("errors.stillRunning");
  if (Date.now() - end.getTime() > UNDO_MINUTES * 60_000) throw illegalState("errors.undoTooLate");
  await core.db.updateTable("bulk_operation").set({ done: 0 }).where("id", "=", operation.id).execute();
  const { changed, skipped } = await undoAll(context, operation.id, undo);
  if (changed > 0) await forgetOperation(core.db, operation.id);
  await core.live.catchUp();
  return {
    operationId: operation.id,
    matched,
    changed,
    skipped: skipped.map(({ clientId, seen }) => ({
      clientId,
      reason: translate(seen ? "errors.changedSince" : "errors.notFound"),
    })),
  };
}

/**
 * How far an operation has come.
 * @throws NOT_FOUND
 */
export async function findOperation(context: Context, id: string): Promise<BulkOperation> {
  return ownOperation(context, id);
}

/**
 * Stops an operation after the chunk it is at; what was done stays.
 * @throws NOT_FOUND
 */
export async function stopOperation(context: Context, id: string): Promise<void> {
  const operation = await ownOperation(context, id);
  await context.core.db
    .updateTable("bulk_operation")
    .set({ status: "STOPPING" })
    .where("id", "=", operation.id)
    .where("status", "=", "RUNNING")
    .execute();
}

async function begin({ core, ...context }: Context, kind: string, wanted: string | null | undefined): Promise<string> {
  if (wanted && !uuidOrNull(wanted)) throw badInput({ path: "operationId", key: "errors.invalid" });
  const row = { kind, actor_id: viewerOf(context).userId, ...(wanted && { id: wanted }) };
  const begun = await core.db
    .insertInto("bulk_operation")
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!begun) throw badInput({ path: "operationId", key: "errors.invalid" });
  return begun.id;
}

/** Notes the clients that the selection means, all at once, so that what changes meanwhile neither joins nor leaves. */
async function choose(
  context: Context,
  viewer: Viewer,
  info: GraphQLResolveInfo,
  id: string,
  fields: ConditionFields,
): Promise<void> {
  const { core } = context;
  await core.db.transaction().execute(async (transaction) => {
    await holdOperation(transaction, id);
    await core.reader.run<BulkArgs>(
      ({ eb, args, viewer: scope }) => {
        const { ids, filter } = args.selection;
        const meant = ids
          ? [sql<boolean>`client.id = any(${ids.map((list) => list.map(uuidOrNull))}::uuid[])`]
          : clientConditions(filter, scope, fields);
        const clients = eb
          .selectFrom("client")
          .where(visibleTo(scope))
          .where(({ and }) => and(meant));
        return sql`insert into bulk_target (operation_id, client_id)
          ${clients.select([sql<string>`${id}::uuid`.as("operation_id"), "client.id"])}`;
      },
      info,
      viewer,
      transaction,
    );
    await sql`update bulk_operation set moved_at = clock_timestamp(), matched = (select count(*) from bulk_target where operation_id = ${id}) where id = ${id}`.execute(
      transaction,
    );
  });
}

async function finish({ core }: Context, id: string, status: "DONE" | "FAILED"): Promise<void> {
  await sql`update bulk_operation set finished_at = now(),
      status = case status when 'RUNNING' then ${status} when 'STOPPING' then 'STOPPED' else status end,
      changed = (select count(*) from bulk_target where operation_id = ${id} and outcome = 'CHANGED')
    where id = ${id}`.execute(core.db);
}

async function ownOperation(context: Context, id: string) {
  const { userId, role } = viewerOf(context);
  const operation = await context.core.db
    .selectFrom("bulk_operation")
    .selectAll()
    .where("id", "=", uuidOrNull(id))
    .executeTakeFirst();
  if (!operation) throw notFound();
  if (operation.actor_id !== userId && role === "AGENT") throw notFound();
  return operation;
}

async function resultOf({ core, translate }: Context, id: string, named: string[]): Promise<BulkResult> {
  const rows = await core.db
    .selectFrom("bulk_target")
    .select("client_id")
    .where("operation_id", "=", id)
    .where("outcome", "=", "GONE")
    .limit(MAX_SKIPPED)
    .execute();
  const counts = await core.db
    .selectFrom("bulk_target")
    .select((eb) => [
      eb.fn.countAll<string>().as("matched"),
      eb.fn.countAll<string>().filterWhere("outcome", "in", ["CHANGED", "UNDONE"]).as("changed"),
    ])
    .where("operation_id", "=", id)
    .executeTakeFirstOrThrow();
  const known =
    named.length > 0
      ? await core.db.selectFrom("bulk_target").select("client_id").where("operation_id", "=", id).execute()
      : [];
  const found = new Set(known.map(({ client_id }) => client_id));
  const unseen = [...new Set(named.map((clientId) => uuidOrNull(clientId) ?? clientId))].filter(
    (clientId) => !found.has(clientId),
  );
  const skipped = [...unseen, ...rows.map(({ client_id }) => client_id)];
  return {
    operationId: id,
    matched: Number(counts.matched),
    changed: Number(counts.changed),
    skipped: skipped.slice(0, MAX_SKIPPED).map((clientId) => ({ clientId, reason: translate("errors.notFound") })),
  };
}
