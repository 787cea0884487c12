import { oneTimePath } from "@clientela/shared/paths";
import { setUpRules } from "@clientela/shared/people/rules";
import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Context, Core } from "../../context.ts";
import { forbidden, illegalState, parseInput } from "../../core/errors.ts";
import { hashOfSecret, hashPassword, newSecret } from "../../core/secrets.ts";
import { translatorOf } from "../../core/text.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { openSession, type Proven } from "../people/session.service.ts";
import { User } from "../people/user.entity.ts";
import { Settings } from "../settings/settings.entity.ts";
import { loadDemo } from "./demo/demo.ts";
import type { SetUpInput } from "./set-up.types.ts";

type Business = z.output<typeof setUpRules>;

/** Whether nobody has set the business up yet. */
export async function setUpNeeded({ db }: Pick<Core, "db">): Promise<boolean> {
  return (await db.selectFrom("settings").select("id").executeTakeFirst()) === undefined;
}

/** A new one-time link to the set-up page, in place of any earlier one; null when the business is set up. */
export async function newSetUpLink({ db, publicUrl }: Pick<Core, "db" | "publicUrl">): Promise<string | null> {
  if (!(await setUpNeeded({ db }))) return null;
  const token = newSecret();
  const row = { token_hash: hashOfSecret(token) };
  await db
    .insertInto("set_up")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return publicUrl + oneTimePath("setUp", token);
}

/**
 * Sets the business up with its owner, who is signed in, and loads the demo business if asked for.
 * @throws FORBIDDEN for a wrong token; ILLEGAL_STATE when it is set up; BAD_USER_INPUT
 */
export async function setUp(context: Context, token: string, input: SetUpInput): Promise<void> {
  const { core } = context;
  if (!(await setUpNeeded(core))) throw illegalState("errors.setUpDone");
  const known = await core.db
    .selectFrom("set_up")
    .select("id")
    .where("token_hash", "=", hashOfSecret(token))
    .executeTakeFirst();
  if (!known) throw forbidden("errors.setUpLink");
  const owner = await createBusiness(core, parseInput(setUpRules, input), async (sql) => {
    const used = await sql.deleteFrom("set_up").where("token_hash", "=", hashOfSecret(token)).executeTakeFirst();
    if (used.numDeletedRows === 0n) throw illegalState("errors.setUpDone");
  });
  await openSession(context, owner);
}

/** The business of an empty database whose owner the environment names; nothing when there is one already. */
export async function setUpFromEnvironment(core: Core, owner: { email: string; password: string }): Promise<void> {
  if (!(await setUpNeeded(core))) return;
  const name = owner.email.split("@")[0] ?? owner.email;
  const business = { businessName: "Clientela", locale: "es", timeZone: "UTC", currency: "USD", name, ...owner };
  try {
    await createBusiness(core, setUpRules.parse(business));
  } catch (error) {
    // Of several processes that start at once another one was first.
    if (await setUpNeeded(core)) throw error;
  }
}

async function createBusiness(
  core: Core,
  business: Business,
  claim?: (sql: Kysely<Database>) => Promise<void>,
): Promise<Proven> {
  const { businessName, locale, timeZone, currency, country, name, email, password } = business;
  const demo = business.demo || core.env.demo;
  const passwordHash = await hashPassword(password);
  const userId = await transact(core, { actor: null, cause: "set-up" }, async (em, sql) => {
    await claim?.(sql);
    em.create(Settings, { id: true, businessName, locale, timeZone, currency, country: country ?? null });
    const owner = em.create(User, { name, email, role: "OWNER", passwordHash, locale });
    await em.flush();
    // The demo business brings teams of its own.
    if (!demo) await addMainTeam(sql, translatorOf(locale)("teams.main"), owner.id);
    return owner.id;
  });
  if (demo) await loadDemo(core);
  return { userId, passwordHash };
}

/** One team from the first day, so that the first colleague who is invited shares clients with the owner. */
async function addMainTeam(sql: Kysely<Database>, name: string, ownerId: string): Promise<void> {
  const team = await sql.insertInto("team").values({ name }).returning("id").executeTakeFirstOrThrow();
  await sql.insertInto("team_member").values({ team_id: team.id, user_id: ownerId }).execute();
}
