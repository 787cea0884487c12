import { localeIn } from "@clientela/shared/locale";
import { oneTimePath } from "@clientela/shared/paths";
import { accountRules, inviteUserRules, updateUserRules } from "@clientela/shared/people/rules";
import { may, type Role, rolesUpTo } from "@clientela/shared/permissions";
import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { lockRecord } from "../../core/changes.ts";
import { badInput, forbidden, illegalState, parseInput, taken } from "../../core/errors.ts";
import { distinctIds } from "../../core/scalars.ts";
import { hashOfSecret, hashPassword, newSecret, passwordMatches } from "../../core/secrets.ts";
import { transact } from "../../core/transact.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";
import { knownBrowser } from "../access/known-browser.ts";
import { signInLimits } from "../access/sign-in-limits.ts";
import { viewerNow } from "../access/viewer-now.ts";
import { forgetInvitations, post } from "../mail/mail.service.ts";
import { smtpOf } from "../mail/smtp.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { parsePassword } from "./password.ts";
import type { AccountInput, InviteUserInput, UpdateUserInput } from "./people.inputs.ts";
import { usersOf } from "./people.references.ts";
import { openSession } from "./session.service.ts";
import { User } from "./user.entity.ts";

const INVITATION_DAYS = 7;

/** A new link to sign up with; it replaces any earlier one of the same person. */
export interface NewInvitation {
  userId: string;
  link: string;
  expiresAt: Date;
  /** Whether it is on its way by e-mail. */
  mailed: boolean;
}

/**
 * Adds a person who signs up through a link.
 * @throws BAD_USER_INPUT when the address is taken or a team is unknown; FORBIDDEN when an admin invites an owner
 */
export async function inviteUser(context: Context, input: InviteUserInput): Promise<NewInvitation> {
  const { teamIds, ...person } = parseInput(inviteUserRules, input);
  const { core } = context;
  const invitation = newInvitation(core.publicUrl);
  const userId = await changePeople(context, async (viewer, em, sql) => {
    mayHandle(viewer, person.role);
    const user = em.create(User, { ...person, ...invitation.stored });
    await em.flush();
    await setTeams(sql, user.id, teamIds ?? []);
    await postInvitation(context, sql, user, invitation.shown);
    return user.id;
  }).catch(taken({ app_user_email_key: { path: "email", key: "errors.userExists" } }));
  return { userId, ...invitation.shown, mailed: smtpOf(core) !== null };
}

/**
 * A new link for somebody who has not signed up yet, or forgot the password; the old password works until it is used.
 * @throws NOT_FOUND; FORBIDDEN for the link of somebody with more rights; ILLEGAL_STATE when they are deactivated
 */
export async function renewInvitation(context: Context, id: string): Promise<NewInvitation> {
  const { core } = context;
  const invitation = newInvitation(core.publicUrl);
  const userId = await changePeople(context, async (viewer, em, sql) => {
    const user = await lockRecord(em, User, id);
    mayHandle(viewer, user.role);
    if (!user.active) throw illegalState("errors.unknownUser");
    em.assign(user, invitation.stored);
    await forgetInvitations(sql, user.id);
    await postInvitation(context, sql, user, invitation.shown);
    return user.id;
  });
  return { userId, ...invitation.shown, mailed: smtpOf(core) !== null };
}

/**
 * Signs up with an invitation's token, which works once.
 * @throws ILLEGAL_STATE when it was used or has expired
 */
export async function acceptInvitation(context: Context, token: string, password: string): Promise<void> {
  const chosen = parsePassword("password", password);
  const { core } = context;
  // Hashing is meant to be costly: guessing links must not cause it.
  if (!(await findInvitation(context, token))) throw illegalState("errors.invitationInvalid");
  const passwordHash = await hashPassword(chosen);
  const userId = await transact(core, { actor: null, cause: "invitation" }, async (em) => {
    const user = await em.findOne(User, openInvitation(token), { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user) throw illegalState("errors.invitationInvalid");
    em.assign(user, { passwordHash });
    return user.id;
  });
  await openSession(context, { userId, passwordHash });
}

/** What an invitation's link leads to, or null when it was used or has expired. */
export async function findInvitation({ core }: Context, token: string): Promise<User | null> {
  return core.em.fork().findOne(User, openInvitation(token));
}

/**
 * Changes a person and answers their id. A new role, or being deactivated, ends their sessions and every open link to them.
 * @throws ILLEGAL_STATE when no active owner would remain, or for one's own role; FORBIDDEN for more rights than one's own
 */
export async function updateUser(context: Context, id: string, input: UpdateUserInput): Promise<string> {
  const { teamIds, ...change } = parseInput(updateUserRules, input);
  return changePeople(context, async (viewer, em, sql) => {
    const user = await lockRecord(em, User, id);
    const roleChanges = change.role !== undefined && change.role !== user.role;
    const leaves = change.active === false && user.active;
    if (user.id === viewer.userId && (roleChanges || leaves)) throw illegalState("errors.ownAccount");
    for (const role of [user.role, change.role]) if (role) mayHandle(viewer, role);
    em.assign(user, change);
    await em.flush();
    if (teamIds) await setTeams(sql, user.id, teamIds);
    if (roleChanges || leaves) await ownerRemains(sql);
    return user.id;
  });
}

/** Changes one's own name or language. */
export async function updateAccount(context: Context, input: AccountInput): Promise<void> {
  const change = parseInput(accountRules, input);
  await transact(context.core, writtenBy(context), async (em) => {
    em.assign(await lockRecord(em, User, viewerOf(context).userId), change);
  });
}

/**
 * Changes one's own password and ends every other session and open link; this one gets a new token.
 * @throws BAD_USER_INPUT when the current password is wrong
 */
export async function changePassword(context: Context, current: string, next: string): Promise<void> {
  const chosen = parsePassword("next", next);
  const { core } = context;
  const { userId } = viewerOf(context);
  const user = await core.em.fork().findOneOrFail(User, userId);
  const wrong = () => badInput({ path: "current", key: "errors.wrongPassword" });
  await signInLimits(core).guard(
    { email: user.email, ip: context.caller.ip, browser: await knownBrowser(context, user.email) },
    () => passwordMatches(current, user.passwordHash ?? null),
    wrong,
  );
  const passwordHash = await hashPassword(chosen);
  await transact(core, writtenBy(context), async (_em, sql) => {
    const { numUpdatedRows } = await sql
      .updateTable("app_user")
      .set({ password_hash: passwordHash })
      .where("id", "=", userId)
      // A password that was reset in the meantime stays.
      .where("password_hash", "=", user.passwordHash ?? null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw wrong();
  });
  await openSession(context, { userId, passwordHash });
}

/**
 * One change of people at a time, by the viewer's rights at this moment: else two owners could each remove the other.
 */
async function changePeople<T>(
  context: Context,
  work: (viewer: Viewer, em: EntityManager, sql: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return transact(context.core, writtenBy(context), async (em, sql) => {
    await sql.selectFrom("settings").select("id").forUpdate().execute();
    const viewer = await viewerNow(context, sql);
    if (!may(viewer.role, "people.manage")) throw forbidden();
    return work(viewer, em, sql);
  });
}

function newInvitation(publicUrl: string) {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
  return {
    stored: { invitationHash: hashOfSecret(token), invitationExpiresAt: expiresAt },
    shown: { link: publicUrl + oneTimePath("invitation", token), expiresAt },
  };
}

/** The invitation by e-mail. A person who has a password gets a new one with it. */
async function postInvitation(
  context: Context,
  sql: Kysely<Database>,
  user: User,
  { link, expiresAt }: { link: string; expiresAt: Date },
): Promise<void> {
  const { core } = context;
  const { businessName: business, timeZone, country } = settingsOf(core).current;
  const inviter = usersOf(core).get(viewerOf(context).userId)?.name ?? business;
  await post(core, sql, {
    kind: "INVITATION",
    to: { userId: user.id, email: user.email, locale: user.locale },
    secret: true,
    letter: (t, language) => ({
      subject: t("mail.invitation.subject", { business }),
      greeting: t("mail.greeting", { name: user.name }),
      paragraphs: [t("mail.invitation.text", { inviter, business })],
      action: { label: t("mail.invitation.action"), url: link },
      note: t("mail.invitation.note", {
        date: new Intl.DateTimeFormat(localeIn(language, [], country), { dateStyle: "long", timeZone }).format(
          expiresAt,
        ),
      }),
    }),
  });
}

const openInvitation = (token: string) => ({
  invitationHash: hashOfSecret(token),
  invitationExpiresAt: { $gt: new Date() },
  active: true,
});

/** Nobody makes, changes, or has a link to an account with more rights than their own. */
function mayHandle(viewer: Viewer, role: Role): void {
  if (!rolesUpTo(viewer.role).includes(role)) throw forbidden("errors.ownerOnly");
}

async function ownerRemains(sql: Kysely<Database>): Promise<void> {
  const owner = await sql
    .selectFrom("app_user")
    .select("id")
    .where("role", "=", "OWNER")
    .where("active", "=", true)
    .where("password_hash", "is not", null)
    .executeTakeFirst();
  if (!owner) throw illegalState("errors.lastOwner");
}

async function setTeams(sql: Kysely<Database>, userId: string, teamIds: string[]): Promise<void> {
  const ids = distinctIds(teamIds);
  const known = await sql
    .selectFrom("team")
    .select("id")
    .where("id", "in", [null, ...ids] as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "teamIds", key: "errors.unknownTeam" });
  await sql.deleteFrom("team_member").where("user_id", "=", userId).execute();
  if (known.length > 0) {
    await sql
      .insertInto("team_member")
      .values(known.map(({ id }) => ({ team_id: id, user_id: userId })))
      .execute();
  }
}
