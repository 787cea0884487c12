import type { EntityManager } from "@mikro-orm/postgresql";
import { type Kysely, sql as raw } from "kysely";
import type { Database } from "../database/tables.ts";
import type { Cause } from "./causes.ts";
import type { Live } from "./live/live.ts";

/**
 * Runs a write in one transaction, with actor and cause set for the ledger's triggers. The unit of work is flushed at
 * the end. Every process is told. If a reference changed, this process knows before the promise resolves.
 */
export async function transact<T>(
  { em, live }: { em: EntityManager; live: Live },
  by: { actor: string | null; cause?: Cause },
  work: (em: EntityManager, sql: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const session = { variables: { "app.actor": by.actor ?? "", "app.cause": by.cause ?? "" } };
  const { result, remembered } = await em.fork({ session }).transactional(async (inner) => {
    const writer = inner as EntityManager;
    const sql = writer.getKysely() as unknown as Kysely<Database>;
    const result = await work(writer, sql);
    await writer.flush();
    return { result, remembered: await changesMemory(sql) };
  });
  live.committed();
  if (remembered) await live.catchUp();
  return result;
}

/** The triggers note it, so that no writer has to know which tables are kept in memory. */
async function changesMemory(sql: Kysely<Database>): Promise<boolean> {
  const { rows } = await raw`select from reference_change where xid = pg_current_xact_id_if_assigned() limit 1`.execute(
    sql,
  );
  return rows.length > 0;
}
