import { type Kysely, sql } from "kysely";
import type { Database } from "../../database/tables.ts";

/** A deadlock is over once one of the two has given up: the next try hardly meets the same again. */
const TRIES = 4;
const DEADLOCK = "40P01";

/** Work that holds many rows may meet work that takes them in another order; nobody is to see that. */
export async function untangled<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || tries === TRIES) throw error;
    }
  }
}

/** Any number not used for another kind of advisory lock of this database. */
const MERGES = 20_261_127;

/**
 * One merge, or undo, at a time: each sees what the one before has made of the clients. Who waited for a client that is
 * merged now still holds it, and nobody else may want that one first and the survivor then.
 */
export const inTurn = (db: Kysely<Database>) => sql`select pg_advisory_xact_lock(${MERGES})`.execute(db);

/** No field's values are purged meanwhile. Before the clients, for purging locks in this order. */
export const lockFields = (db: Kysely<Database>) => sql`select from custom_field order by id for share`.execute(db);

/** The names of a client's tags and plain lists, as the ledger tells them. */
export async function namesOnClient(db: Kysely<Database>, id: string): Promise<Record<"tags" | "lists", string[]>> {
  const { rows } = await sql<Record<"tags" | "lists", string[]>>`select
    array(select tag.name from client_tag join tag on tag.id = tag_id where client_id = ${id} order by tag.name) as tags,
    array(select client_list.name from client_list_member join client_list on client_list.id = list_id
      where client_id = ${id} and not newsletter order by client_list.name) as lists`.execute(db);
  return rows[0] ?? { tags: [], lists: [] };
}
