import { normalizeEmail } from "@clientela/shared/normalize/email";
import { sql } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { AppError, forbidden, notFound } from "../../core/errors.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { hashOfSecret, newSecret, passwordMatches } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import { SESSION_DAYS } from "../access/access.ts";
import { clearSessionCookie, setSessionCookie } from "../access/cookie.ts";
import { knownBrowser, rememberBrowser } from "../access/known-browser.ts";
import { signInLimits } from "../access/sign-in-limits.ts";

/**
 * Signs in with e-mail and password and opens a session.
 * @throws BAD_USER_INPUT, the same for a wrong password and an unknown account; RATE_LIMITED after too many failures
 */
export async function signIn(context: Context, email: string, password: string): Promise<void> {
  const { core, caller } = context;
  const address = normalizeEmail(email);
  const browser = await knownBrowser(context, address);
  let known: Proven | undefined;
  await signInLimits(core).guard(
    { email: address, ip: caller.ip, browser },
    async () => {
      const user = await core.db
        .selectFrom("app_user")
        .select(["id", "password_hash"])
        .where("email", "=", address)
        .where("active", "=", true)
        .executeTakeFirst();
      known = user?.password_hash ? { userId: user.id, passwordHash: user.password_hash } : undefined;
      return passwordMatches(password, known?.passwordHash ?? null);
    },
    wrong,
  );
  if (known) await openSession(context, known);
}

const wrong = () => new AppError("BAD_USER_INPUT", { key: "errors.signIn" });

/** An account and the password by which somebody proved that it is theirs, as it is stored. */
export interface Proven {
  userId: string;
  passwordHash: string;
}

/**
 * Opens a session for a person who has just proved who they are. It has a new token; the browser's former session ends.
 * @throws BAD_USER_INPUT when the password was changed or the person deactivated since
 */
export async function openSession(context: Context, { userId, passwordHash }: Proven): Promise<void> {
  const { core, caller, http } = context;
  if (!http) throw forbidden();
  const token = newSecret();
  if (context.credential?.kind === "session") await endSession(context, context.credential.secret);
  const { numAffectedRows } = await sql`insert into session (token_hash, user_id, ip, user_agent, expires_at)
    select ${hashOfSecret(token)}, id, ${caller.ip}, ${caller.userAgent?.slice(0, 400) ?? null},
      ${new Date(Date.now() + SESSION_DAYS * 86_400_000)}::timestamptz
    from app_user where id = ${userId} and active and password_hash = ${passwordHash} for share`.execute(core.db);
  if (numAffectedRows !== 1n) throw wrong();
  setSessionCookie(http.res, core.publicUrl, token);
  await rememberBrowser(context, userId);
  await context.become({ kind: "session", secret: token });
}

/** Ends the session of this request. */
export async function signOut(context: Context): Promise<void> {
  const { core, credential, http } = context;
  if (credential?.kind !== "session") return;
  await endSession(context, credential.secret);
  if (http) clearSessionCookie(http.res, core.publicUrl);
}

/**
 * Ends another of one's own sessions.
 * @throws NOT_FOUND
 */
export async function signOutSession(context: Context, id: string): Promise<void> {
  const { userId } = viewerOf(context);
  await transact(context.core, writtenBy(context), async (_em, sql) => {
    await sql
      .deleteFrom("session")
      .where("id", "=", uuidOrNull(id))
      .where("user_id", "=", userId)
      .returning("id")
      .executeTakeFirstOrThrow(notFound);
  });
}

/** Ends all of one's own sessions, this one too; answers how many. */
export async function signOutEverywhere(context: Context): Promise<number> {
  const { core, http } = context;
  const { userId } = viewerOf(context);
  const { numDeletedRows } = await transact(core, writtenBy(context), (_em, sql) =>
    sql.deleteFrom("session").where("user_id", "=", userId).executeTakeFirst(),
  );
  if (http) clearSessionCookie(http.res, core.publicUrl);
  return Number(numDeletedRows);
}

async function endSession({ core }: Context, token: string): Promise<void> {
  await transact(core, { actor: null }, (_em, sql) =>
    sql.deleteFrom("session").where("token_hash", "=", hashOfSecret(token)).execute(),
  );
}
