import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { escapeLiteral } from "pg";
import type { Database } from "../database/tables.ts";
import { Transaction } from "../database/transaction.ts";
import type { Cause } from "./causes.ts";
import type { Live } from "./live/live.ts";
import type { Sender } from "./read/reader.ts";

interface By {
  actor: string | null;
  cause?: Cause;
}

/** Reads the answer to a write by one statement, within its transaction. */
export type Read<A, T = string> = (written: T, within: Sender) => Promise<A>;

/** The triggers note it, so that no writer has to know which tables are kept in memory. */
const CHANGES_MEMORY = "select from reference_change where xid = pg_current_xact_id_if_assigned() limit 1";

/**
 * Runs a write in one transaction, with actor and cause set for the ledger's triggers. The unit of work is flushed at
 * the end. Every process is told. If a reference changed, this process knows before the promise resolves.
 *
 * @param read without it the work's result is the answer
 */
export async function transact<T, A = T>(
  { em, live }: { em: EntityManager; live: Live },
  by: By,
  work: (em: EntityManager, sql: Kysely<Database>) => Promise<T>,
  read: Read<A, T> = async (result) => result as unknown as A,
): Promise<A> {
  const pool = await em.getDriver().getConnection().getNativeClient();
  const written = async ({ sql }: Transaction) => {
    const writer = em.fork();
    writer.setTransactionContext(sql);
    const result = await work(writer, sql);
    await writer.flush();
    return result;
  };
  const ends = { first: setting(by), last: CHANGES_MEMORY };
  // Told also of a failure: an answer that is too large fails after the commit.
  const { answer, rows } = await Transaction.run(pool, ends, written, read).finally(() => live.committed());
  if (rows.length > 0) await live.catchUp();
  return answer;
}

const setting = ({ actor, cause }: By) =>
  `select set_config('app.actor', ${escapeLiteral(actor ?? "")}, true), set_config('app.cause', ${escapeLiteral(cause ?? "")}, true)`;
