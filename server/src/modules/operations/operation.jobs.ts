import { roles } from "@clientela/shared/permissions";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Core } from "../../context.ts";
import { enqueue, type Job, noPayload } from "../../core/jobs.ts";
import { transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { accessOf } from "../access/access.ts";
import type { OperationKind } from "./operation.kind.ts";
import { kindOf } from "./operation.kinds.ts";
import { applyNext, end, holdWalk, undoNext } from "./operation.walk.ts";

/** Other jobs have their turn after this time: each process works on four, and a letter must not wait for an import. */
const SLICE_MS = 5000;
/** Failures in a row, without a chunk between them: about ten seconds. A lost connection or a deadlock is shorter. */
const MOST_FAILURES = 3;

interface OperationWork {
  operationId: string;
  undo: boolean;
  userId: string;
  /** The role of the request: an API key may have fewer rights than its maker. */
  role: Viewer["role"];
}

/** Works on an operation, chunk by chunk, from the last one that was committed. */
export const workOnOperation: Job<Core, OperationWork> = {
  name: "operation.work",
  payload: z.object({ operationId: z.uuid(), undo: z.boolean(), userId: z.uuid(), role: z.enum(roles) }),
  async run(core, work, { signal }) {
    const name = (await find(core.db, work.operationId))?.kind;
    const kind = kindOf(core, name ?? "");
    // A newer version may have begun it: one of its processes takes the next attempt.
    if (name && !kind) throw new Error(`no operation is of the kind ${name}`);
    const sliceEnds = Date.now() + SLICE_MS;
    try {
      while (kind && (await workOnce(core, work, kind))) {
        signal.throwIfAborted();
        if (Date.now() > sliceEnds) return await enqueueWork(core.db, work);
      }
    } catch (error) {
      if (signal.aborted || (await countFailure(core.db, work.operationId)) < MOST_FAILURES) throw error;
      core.log.error({ err: error, operation: work.operationId }, "an operation failed");
      await end(core.db, { id: work.operationId, as: sql`'FAILED'` });
    }
  },
};

export const enqueueWork = (db: Kysely<Database>, work: OperationWork): Promise<void> =>
  enqueue(db, workOnOperation, work, { key: `operation.${work.operationId}` });

/** One transaction of the work; answers whether there is more. */
async function workOnce(
  core: Core,
  { operationId: id, undo, userId, role }: OperationWork,
  kind: OperationKind<object>,
): Promise<boolean> {
  const cause = undo ? (`undo ${id}` as const) : (`${kind.cause} ${id}` as const);
  return transact(core, { actor: userId, cause }, async (_em, db) => {
    await holdWalk(db, id);
    const operation = await find(db, id);
    if (!operation || (undo ? !operation.undoing : operation.finished_at !== null)) return false;
    const viewer = await accessOf(core).workingAs(db, userId, role);
    if (!viewer) {
      core.log.warn({ operation: id }, "an operation ends, for who began it lost the rights for it");
      await end(db, { id, as: sql`'FAILED'` });
      return false;
    }
    return (undo ? undoNext : applyNext)({ core, db, viewer, operationId: id }, kind, operation);
  });
}

const find = (db: Kysely<Database>, id: string) =>
  db.selectFrom("operation").selectAll().where("id", "=", id).executeTakeFirst();

async function countFailure(db: Kysely<Database>, id: string): Promise<number> {
  const row = await db
    .updateTable("operation")
    .set(({ eb }) => ({ failures: eb("failures", "+", 1) }))
    .where("id", "=", id)
    .returning("failures")
    .executeTakeFirst();
  return row?.failures ?? 0;
}

/** Ends operations that no job goes on with any more, so that what they did can be taken back. */
export const endLostOperations: Job<Core, object> = {
  name: "operation.end-lost",
  payload: noPayload,
  async run({ db, log }) {
    const { rows } = await sql<{ id: string }>`select id from operation where (finished_at is null or undoing)
      and not exists (select from graphile_worker.jobs where key = 'operation.' || operation.id and
        (attempts < max_attempts or locked_at is not null))`.execute(db);
    for (const { id } of rows) {
      log.warn({ operation: id }, "an operation without a job ends as interrupted");
      await end(db, { id, as: sql`case when stop_asked then 'STOPPED' else 'INTERRUPTED' end` });
    }
  },
};

/** Forgets operations that can no longer be taken back. */
export const tidyOperations: Job<Core, object> = {
  name: "operation.tidy",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from operation where finished_at < now() - interval '1 day' and not undoing`.execute(db);
  },
};
