import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import type { Database } from "../database/tables.ts";
import type { Cause } from "./causes.ts";
import type { Live } from "./live/live.ts";

/**
 * Runs a write in one transaction, with actor and cause set for the ledger's triggers, and tells every process after it.
 * The unit of work is flushed at the end.
 */
export async function transact<T>(
  { em, live }: { em: EntityManager; live: Live },
  by: { actor: string | null; cause?: Cause },
  work: (em: EntityManager, sql: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const session = { variables: { "app.actor": by.actor ?? "", "app.cause": by.cause ?? "" } };
  const result = await em.fork({ session }).transactional((inner) => {
    const writer = inner as EntityManager;
    return work(writer, writer.getKysely() as unknown as Kysely<Database>);
  });
  live.committed();
  return result;
}
