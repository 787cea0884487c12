import { sql } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { seenBy } from "../access/may-see.ts";
import { currentId } from "../access/merged.ts";
import { visibleTo } from "../access/visible.ts";
import { type UserRow, usersOf } from "../people/people.references.ts";

/**
 * Everyone who sees a client, decided for each person by the very gate that their requests go through [B16].
 * @throws NOT_FOUND for a client that the viewer does not see
 */
export async function findAudience(context: Context, clientId: string): Promise<UserRow[]> {
  const { core } = context;
  const people = usersOf(core)
    .list()
    .filter(({ active, pending }) => active && !pending);
  const { rows } = await sql<{ sees: boolean[] }>`select ${seenBy(core, people)} as sees from client
    where client.id = ${currentId(uuidOrNull(clientId))} and ${visibleTo(viewerOf(context))}`.execute(core.db);
  const client = rows[0];
  if (!client) throw notFound();
  return people.filter((_, index) => client.sees[index]);
}
