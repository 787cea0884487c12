import type { Kysely } from "kysely";
import type { Context } from "../../context.ts";
import { unauthenticated } from "../../core/errors.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { accessOf } from "./access.ts";

/**
 * The viewer with the rights that they have now: the request may have begun with others. Nobody can change them before
 * the transaction ends.
 * @throws UNAUTHENTICATED when they were signed out or deactivated in the meantime
 */
export async function viewerNow({ core, credential }: Context, transaction: Kysely<Database>): Promise<Viewer> {
  const viewer = credential && (await accessOf(core).admitWithin(transaction, credential));
  if (!viewer) throw unauthenticated();
  return viewer;
}
