import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { badInput, illegalState, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { enqueueWork } from "./operation.jobs.ts";
import type { OperationKind } from "./operation.kind.ts";
import { kindOf } from "./operation.kinds.ts";
import { resultOf, shown, UNDO_MINUTES } from "./operation.result.ts";
import type { BulkOperation, BulkResult } from "./operation.types.ts";
import { applyNext, holdWalk, type OperationRow, undoNext } from "./operation.walk.ts";

/** Up to so many targets are done in the first transaction itself: a quarter of a second at most. */
const AT_ONCE = 500;
/** Proxies commonly give up on an answer after 60 seconds. */
const WAIT_MS = 50_000;
/** A page of them; none is kept longer than a day after its end. */
const MOST_SHOWN = 100;

interface Start {
  /** A new UUID of the caller's, to follow the work with. */
  id: string | null | undefined;
  /** Writes the targets of the operation, all at once: what changes meanwhile neither joins nor leaves. */
  choose(db: Kysely<Database>, operationId: string): Promise<void>;
}

/**
 * Begins an operation: its row, its targets and its job are one transaction. A small operation is done in it as a
 * whole. Waits for the end of the work, though not for ever.
 * @throws BAD_USER_INPUT when the id is no UUID, or is known already
 */
export async function runOperation<Payload extends object>(
  context: Context,
  kind: OperationKind<Payload>,
  payload: Payload,
  { id: wanted, choose }: Start,
): Promise<BulkResult> {
  const { core } = context;
  const viewer = viewerOf(context);
  const id = wanted ? uuidOrNull(wanted) : randomUUID();
  if (!id) throw badInput({ path: "operationId", key: "errors.invalid" });
  await transact(core, { actor: viewer.userId, cause: `${kind.cause} ${id}` }, async (_em, db) => {
    const { numInsertedOrUpdatedRows: begun } = await db
      .insertInto("operation")
      .values({ id, kind: kind.name, payload: JSON.stringify(payload), actor_id: viewer.userId })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow();
    if (!begun) throw badInput({ path: "operationId", key: "errors.invalid" });
    await choose(db, id);
    const operation = await db
      .updateTable("operation")
      .set({ matched: sql`(select count(*) from operation_target where operation_id = ${id})` })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (operation.matched <= AT_ONCE) await applyNext({ core, db, viewer, operationId: id }, kind, operation);
    else await enqueueWork(db, { operationId: id, undo: false, userId: viewer.userId, role: viewer.role });
  });
  return ended(context, id);
}

/**
 * Takes an operation back: one's own, or anyone's for a manager. Records that changed since, or that the viewer cannot
 * see, are skipped and reported. They and the records not reached are left for another try, also by somebody else.
 * @throws NOT_FOUND; ILLEGAL_STATE ten minutes after its end, while it runs, or when nothing of it is left to take back
 */
export async function undoOperation(context: Context, id: string): Promise<BulkResult> {
  const { core } = context;
  const viewer = viewerOf(context);
  const { id: operationId } = await findOwn(context, id);
  await transact(core, { actor: viewer.userId, cause: `undo ${operationId}` }, async (_em, db) => {
    await holdWalk(db, operationId);
    const row = await db
      .selectFrom("operation")
      .selectAll()
      .select(sql<boolean>`finished_at + make_interval(mins => ${UNDO_MINUTES}) < now()`.as("late"))
      .where("id", "=", operationId)
      .executeTakeFirst();
    if (!row) throw notFound();
    const kind = undoable(context, row);
    const operation = await db
      .updateTable("operation")
      .set({ undoing: true, stop_asked: false, undo_began_at: new Date(), position: 0, done: 0, failures: 0 })
      .where("id", "=", operationId)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (operation.changed <= AT_ONCE) await undoNext({ core, db, viewer, operationId }, kind, operation);
    else await enqueueWork(db, { operationId, undo: true, userId: viewer.userId, role: viewer.role });
  });
  return ended(context, operationId);
}

function undoable(
  { core }: Context,
  { kind: name, status, undoing, finished_at, late }: OperationRow & { late: boolean },
) {
  const kind = kindOf(core, name);
  if (!kind?.undo) throw illegalState("errors.notUndoable");
  if (status === "UNDONE") throw illegalState("errors.undone");
  if (finished_at === null || undoing) throw illegalState("errors.stillRunning");
  if (late) throw illegalState("errors.undoTooLate");
  return kind;
}

/** Waits until the work is over, or this process is to stop. Each pause is a tenth of the time passed. */
async function ended(context: Context, id: string): Promise<BulkResult> {
  const { leaving } = context.core;
  const begun = Date.now();
  for (;;) {
    const row = await findOwn(context, id);
    const over = row.finished_at !== null && !row.undoing;
    const failed = row.failures > 0 || (row.status === "FAILED" && row.undo_began_at === null);
    if (over && failed) throw new Error(`operation ${id} failed`);
    const passed = Date.now() - begun;
    if (over || passed > WAIT_MS || leaving.aborted)
      return { ...(await resultOf(context, row)), operation: shown(context, row) };
    await sleep(Math.max(10, Math.min(500, passed / 10)), undefined, { signal: leaving }).catch(() => undefined);
  }
}

/**
 * Stops an operation, or its undo, after the chunk it is at; what was done stays.
 * @throws NOT_FOUND
 */
export async function stopOperation(context: Context, id: string): Promise<void> {
  const operation = await findOwn(context, id);
  await context.core.db
    .updateTable("operation")
    .set({ stop_asked: true })
    .where("id", "=", operation.id)
    .where(({ eb, or }) => or([eb("finished_at", "is", null), eb("undoing", "=", true)]))
    .execute();
}

/**
 * How far an operation has come.
 * @throws NOT_FOUND
 */
export async function findOperation(context: Context, id: string): Promise<BulkOperation> {
  return shown(context, await findOwn(context, id));
}

/**
 * The result of an operation, for a client that did not wait for its answer.
 * @throws NOT_FOUND
 */
export async function findResult(context: Context, id: string): Promise<BulkResult> {
  const row = await findOwn(context, id);
  return { ...(await resultOf(context, row)), operation: shown(context, row) };
}

/** The latest operations, of one person or of everybody. */
export async function findOperations(context: Context, ofUser?: string): Promise<BulkOperation[]> {
  const rows = await context.core.db
    .selectFrom("operation")
    .selectAll()
    .$if(ofUser !== undefined, (query) => query.where("actor_id", "=", ofUser as string))
    .orderBy("created_at", "desc")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => shown(context, row));
}

async function findOwn(context: Context, id: string): Promise<OperationRow> {
  const { userId, role } = viewerOf(context);
  const row = await context.core.db
    .selectFrom("operation")
    .selectAll()
    .where("id", "=", uuidOrNull(id))
    .executeTakeFirst();
  if (!row || (row.actor_id !== userId && role === "AGENT")) throw notFound();
  return row;
}
