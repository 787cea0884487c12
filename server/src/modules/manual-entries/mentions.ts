import type { Kysely } from "kysely";
import type { Context } from "../../context.ts";
import { mentionsIn, sanitizeRichText } from "../../core/rich-text.ts";
import type { Database } from "../../database/tables.ts";
import { whoSees } from "../access/may-see.ts";
import { type NewsKind, notify } from "../notifications/notify.ts";
import { usersOf } from "../people/people.references.ts";

/** A note stays in the house. */
const mentioned: NewsKind = { kind: "MENTIONED", about: "entry_id", mayBeMailed: false };

/** A sanitised text with the mentions of people who see the client. Of other mentions only the name stays. */
export async function withMentionsOf(
  { core }: Context,
  sql: Kysely<Database>,
  clientId: string,
  html: string,
): Promise<{ html: string; mentioned: string[] }> {
  const named = mentionsIn(html);
  if (named.length === 0) return { html, mentioned: [] };
  const people = usersOf(core)
    .getAll(named)
    .filter(({ active, pending }) => active && !pending);
  const seeing = (await whoSees(core, sql, clientId, people)).map(({ id }) => id);
  return { html: sanitizeRichText(html, (id) => seeing.includes(id)), mentioned: seeing };
}

/** Keeps the people mentioned in an entry, and tells those who were not mentioned before. */
export async function keepMentions(
  { core }: Context,
  sql: Kysely<Database>,
  entry: { id: string; clientId: string },
  userIds: readonly string[],
  actorId: string,
): Promise<void> {
  const entryId = entry.id;
  await sql
    .deleteFrom("timeline_mention")
    .where("entry_id", "=", entryId)
    .$if(userIds.length > 0, (query) => query.where("user_id", "not in", userIds))
    .execute();
  if (userIds.length === 0) return;
  const added = await sql
    .insertInto("timeline_mention")
    .values(userIds.map((userId) => ({ entry_id: entryId, user_id: userId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("user_id")
    .execute();
  await notify(core, sql, {
    kind: mentioned,
    userIds: added.map(({ user_id }) => user_id),
    actorId,
    clientId: entry.clientId,
    aboutId: entryId,
  });
}
