import { type Kysely, type SqlBool, sql } from "kysely";
import { badInput } from "../../core/errors.ts";
import { distinctIds } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";

/**
 * Contacts of a client by their ids, each once.
 * @throws BAD_USER_INPUT on `path` for one that is not the client's
 */
export async function knownContacts(
  db: Kysely<Database>,
  clientId: string,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const wanted = distinctIds(ids);
  const rows = await db
    .selectFrom("contact")
    .select("id")
    .where("client_id", "=", clientId)
    .where(sql<SqlBool>`id = any(${wanted}::uuid[])`)
    .execute();
  if (rows.length !== wanted.length) throw badInput({ path, key: "errors.unknownContact" });
  return rows.map(({ id }) => id);
}
