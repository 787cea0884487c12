import { type Context, viewerOf } from "../../context.ts";
import { hashOfSecret } from "../../core/secrets.ts";
import type { Session } from "./people.types.ts";

/** The viewer's open sessions, the latest used first. */
export async function findSessions(context: Context): Promise<Session[]> {
  const { core, credential } = context;
  const rows = await core.db
    .selectFrom("session")
    .select(["id", "token_hash", "ip", "user_agent as device", "created_at as createdAt", "last_seen_at as lastSeenAt"])
    .where("user_id", "=", viewerOf(context).userId)
    .where("expires_at", ">", new Date())
    .orderBy("last_seen_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const own = credential && hashOfSecret(credential.secret);
  return rows.map(({ token_hash, ...session }) => ({ ...session, current: own?.equals(token_hash) ?? false }));
}
