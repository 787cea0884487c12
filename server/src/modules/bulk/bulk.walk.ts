import { type Kysely, sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { illegalState } from "../../core/errors.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import type { BulkAction } from "./bulk.actions.ts";
import type { BulkStatus } from "./bulk.types.ts";
import type { LeftAlone, Undo } from "./bulk.undo.ts";

/** Clients changed in one transaction: small enough that others wait for none of them long. */
const CHUNK = 5000;
export const MAX_SKIPPED = 100;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Holds an operation for one transaction of its work, and answers its status. An unfinished one that nobody holds, and
 * that has not moved for a while, was left by a process that ended; a person may stop it meanwhile.
 */
export async function holdOperation(db: Kysely<Database>, id: string): Promise<BulkStatus> {
  const row = db.selectFrom("bulk_operation").select("status").where("id", "=", id).forKeyShare();
  return (await row.executeTakeFirstOrThrow()).status;
}

/** Does an action to the clients of an operation, a chunk at a time along their ids, until it is told to stop. */
export async function applyToAll(context: Context, id: string, action: BulkAction): Promise<void> {
  const viewer = viewerOf(context);
  const by = { actor: viewer.userId, cause: `bulk ${id}` } as const;
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    after = await transact(context.core, by, async (_em, db) => {
      if ((await holdOperation(db, id)) !== "RUNNING") return undefined;
      const ids = await chunkAfter(db, id, after as string);
      if (ids.length === 0) return undefined;
      await action.apply({ operationId: id, ids }, viewer).execute(db);
      await move(db, id, ids.length);
      return ids.at(-1);
    });
  }
}

/**
 * Takes back what an operation changed and nobody has taken back yet, a chunk at a time along the clients' ids.
 * @throws ILLEGAL_STATE when there is nothing, for somebody else was quicker
 */
export async function undoAll(context: Context, id: string, undo: Undo) {
  const viewer = viewerOf(context);
  const by = { actor: viewer.userId, cause: `undo ${id}` } as const;
  let changed = 0;
  const skipped: LeftAlone[] = [];
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    after = await transact(context.core, by, async (_em, db) => {
      const row = db.selectFrom("bulk_operation").select("status").where("id", "=", id).forNoKeyUpdate();
      const { status } = await row.executeTakeFirstOrThrow();
      if (status === "UNDONE" && after === BEFORE_ALL) throw illegalState("errors.undone");
      const ids = await chunkAfter(db, id, after as string, "CHANGED");
      if (ids.length > 0) {
        const { rows } = await undo({ operationId: id, ids }, viewer).execute(db);
        changed += ids.length - rows.length;
        skipped.push(...rows.slice(0, MAX_SKIPPED - skipped.length));
        await move(db, id, ids.length);
      }
      if (ids.length === CHUNK) return ids.at(-1);
      await sql`update bulk_operation set
          changed = (select count(*) from bulk_target where operation_id = ${id} and outcome = 'CHANGED'),
          status = case when exists (select from bulk_target where operation_id = ${id} and outcome = 'CHANGED')
            then status else 'UNDONE' end
        where id = ${id}`.execute(db);
      return undefined;
    });
  }
  return { changed, skipped };
}

async function chunkAfter(db: Kysely<Database>, id: string, after: string, outcome?: "CHANGED"): Promise<string[]> {
  const rows = await db
    .selectFrom("bulk_target")
    .select("client_id")
    .where("operation_id", "=", id)
    .where("client_id", ">", after)
    .$if(outcome !== undefined, (query) => query.where("outcome", "=", outcome as string))
    .orderBy("client_id")
    .limit(CHUNK)
    .execute();
  return rows.map(({ client_id }) => client_id);
}

const move = (db: Kysely<Database>, id: string, count: number) =>
  sql`update bulk_operation set done = done + ${count}, moved_at = clock_timestamp() where id = ${id}`.execute(db);
