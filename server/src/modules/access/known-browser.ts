import { sql } from "kysely";
import type { Context, Core } from "../../context.ts";
import { type Job, noPayload } from "../../core/jobs.ts";
import { hashOfSecret, newSecret } from "../../core/secrets.ts";
import { browserCookie, KNOWN_DAYS, setBrowserCookie } from "./cookie.ts";

/** Of one person; each has tries of its own. */
const MOST_KNOWN = 20;

/** Remembers that somebody has proved in this browser who they are. */
export async function rememberBrowser({ core, http }: Context, userId: string): Promise<void> {
  if (!http) return;
  const token = browserCookie(http.req, core.publicUrl) ?? newSecret();
  await sql`insert into known_browser (token_hash, user_id) values (${hashOfSecret(token)}, ${userId})
    on conflict (token_hash, user_id) do update set used_at = now()`.execute(core.db);
  await sql`delete from known_browser where user_id = ${userId} and token_hash in (
    select token_hash from known_browser where user_id = ${userId} order by used_at desc offset ${sql.lit(MOST_KNOWN)})`.execute(
    core.db,
  );
  setBrowserCookie(http.res, core.publicUrl, token);
}

/** The key under which this browser's tries for an account are counted. Null if nobody signed in to it here before. */
export async function knownBrowser({ core, http }: Context, email: string): Promise<string | null> {
  const token = http && browserCookie(http.req, core.publicUrl);
  if (!token) return null;
  const hash = hashOfSecret(token);
  const known = await core.db
    .selectFrom("known_browser")
    .innerJoin("app_user", "app_user.id", "known_browser.user_id")
    .select("user_id")
    .where("token_hash", "=", hash)
    .where("email", "=", email)
    .executeTakeFirst();
  return known ? `${hash.toString("base64url")} ${known.user_id}` : null;
}

/** Forgets browsers in which nobody has signed in for as long as their cookie lives. */
export const tidyBrowsers: Job<Core, object> = {
  name: "access.tidy-browsers",
  payload: noPayload,
  async run({ db }) {
    await sql`delete from known_browser where used_at < now() - make_interval(days => ${KNOWN_DAYS})`.execute(db);
  },
};
