import { oneTimePath } from "@clientela/shared/paths";
import { emailRules } from "@clientela/shared/people/rules";
import { type Kysely, sql as rawSql } from "kysely";
import { z } from "zod";
import type { Context, Core } from "../../context.ts";
import { illegalState, parseInput } from "../../core/errors.ts";
import { enqueue, type Job } from "../../core/jobs.ts";
import { hashOfSecret, hashPassword, newSecret } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { post } from "../mail/mail.service.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { parsePassword } from "./password.ts";
import { resetLimits } from "./reset-limits.ts";
import { openSession } from "./session.service.ts";

/** How long a link works. */
export const LINK_MINUTES = 60;
/** Links that one account is sent within an hour. Further requests get the same answer, but no link. */
const LINKS_PER_HOUR = 5;
const requestRules = z.object({ email: emailRules });

/**
 * Asks for a link to choose a new password. Whether there is such an account is found out after the answer, so that
 * neither its words nor its time tell.
 * @throws BAD_USER_INPUT for what is no address; RATE_LIMITED
 */
export async function requestPasswordReset({ core, caller }: Context, input: string): Promise<void> {
  const { email } = parseInput(requestRules, { email: input });
  await resetLimits(core).count(caller.ip);
  await enqueue(core.db, mailPasswordReset, { email });
}

/** Sends the link, where there is an account that can use it. */
export const mailPasswordReset: Job<Core, { email: string }> = {
  name: "passwordReset.mail",
  payload: z.object({ email: z.string() }),
  async run(core, { email }) {
    await transact(core, { actor: null, cause: "password reset" }, async (_em, sql) => {
      const user = await sql
        .selectFrom("app_user")
        .select(["id", "email", "locale", "name"])
        .where("email", "=", email)
        .where("active", "=", true)
        .where("password_hash", "is not", null)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (!user) return;
      const { links } = await sql
        .selectFrom("password_reset")
        .select((eb) => eb.fn.countAll<string>().as("links"))
        .where("user_id", "=", user.id)
        .where("created_at", ">", rawSql<Date>`now() - interval '1 hour'`)
        .executeTakeFirstOrThrow();
      if (Number(links) >= LINKS_PER_HOUR) return;
      const url = await addResetLink(core, sql, user.id);
      const { businessName: business } = settingsOf(core).current;
      await post(core, sql, {
        kind: "PASSWORD_RESET",
        to: { userId: user.id, email: user.email, locale: user.locale },
        secret: true,
        letter: (t) => ({
          subject: t("mail.passwordReset.subject", { business }),
          greeting: t("mail.greeting", { name: user.name }),
          paragraphs: [t("mail.passwordReset.text", { business })],
          action: { label: t("mail.passwordReset.action"), url },
          note: t("mail.passwordReset.note", { minutes: LINK_MINUTES }),
        }),
      });
    });
  },
};

/** Another link to choose a new password, which works once. */
export async function addResetLink(
  { publicUrl }: Pick<Core, "publicUrl">,
  sql: Kysely<Database>,
  userId: string,
): Promise<string> {
  const token = newSecret();
  const expires_at = new Date(Date.now() + LINK_MINUTES * 60_000);
  await sql
    .insertInto("password_reset")
    .values({ user_id: userId, token_hash: hashOfSecret(token), expires_at })
    .execute();
  return publicUrl + oneTimePath("passwordReset", token);
}

/** Whose password a link is for, or null when it was used or has expired. Looking uses nothing up. */
export async function findPasswordReset({ core }: Pick<Context, "core">, token: string) {
  const user = await core.db
    .selectFrom("password_reset")
    .innerJoin("app_user", "app_user.id", "password_reset.user_id")
    .select(["app_user.id", "app_user.email"])
    .where("token_hash", "=", hashOfSecret(token))
    .where("expires_at", ">", rawSql<Date>`now()`)
    .where("app_user.active", "=", true)
    .executeTakeFirst();
  return user ?? null;
}

/**
 * Sets a new password with a link's token, ends every session and open link of that person, and signs in here.
 * @throws ILLEGAL_STATE when the link was used or has expired; BAD_USER_INPUT
 */
export async function resetPassword(context: Context, token: string, password: string): Promise<void> {
  const chosen = parsePassword("password", password);
  const { core } = context;
  // Hashing is meant to be costly: guessing links must not cause it.
  if (!(await findPasswordReset(context, token))) throw illegalState("errors.resetInvalid");
  const passwordHash = await hashPassword(chosen);
  const userId = await transact(core, { actor: null, cause: "password reset" }, async (_em, sql) => {
    const used = await sql
      .deleteFrom("password_reset")
      .where("token_hash", "=", hashOfSecret(token))
      .where("expires_at", ">", rawSql<Date>`now()`)
      .returning("user_id")
      .executeTakeFirst();
    const user =
      used &&
      (await sql
        .updateTable("app_user")
        .set({ password_hash: passwordHash })
        .where("id", "=", used.user_id)
        .where("active", "=", true)
        .returning(["id", "email", "locale", "name"])
        .executeTakeFirst());
    if (!user) throw illegalState("errors.resetInvalid");
    const { businessName: business } = settingsOf(core).current;
    await post(core, sql, {
      kind: "PASSWORD_CHANGED",
      to: { userId: user.id, email: user.email, locale: user.locale },
      letter: (t) => ({
        subject: t("mail.passwordChanged.subject", { business }),
        greeting: t("mail.greeting", { name: user.name }),
        paragraphs: [t("mail.passwordChanged.text", { business })],
      }),
    });
    return user.id;
  });
  context.log.info({ userId }, "a password was set through a link");
  await openSession(context, { userId, passwordHash });
}
