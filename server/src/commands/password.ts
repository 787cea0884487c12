import { emailRules } from "@clientela/shared/people/rules";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { requireCurrent } from "../database/migrate.ts";
import { meetRequirements } from "../database/requirements.ts";
import type { Database } from "../database/tables.ts";
import { publicUrlOf } from "../env.ts";
import { say } from "../log.ts";
import { addResetLink, LINK_MINUTES } from "../modules/people/password-reset.service.ts";
import { StartError } from "../start-error.ts";
import { type Command, withDatabase } from "./command.ts";

/**
 * Prints a link with which a person chooses a new password. The server's operator uses it if no e-mail is sent, or no
 * owner can sign in any more.
 * @throws StartError when nobody active has the address
 */
export async function password({ env, args, log }: Command): Promise<void> {
  const { data: email } = emailRules.safeParse(args[0]);
  if (!email || args.length > 1) throw new StartError("Usage: npm run password -- E-MAIL");
  await withDatabase(env, async (url) => {
    await meetRequirements(url);
    await requireCurrent(url);
    const db = new Kysely<Database>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
    });
    try {
      const person = await db
        .selectFrom("app_user")
        .select(["id", "name", "active", "role"])
        .where("email", "=", email)
        .executeTakeFirst();
      if (!person) throw new StartError(`Nobody here has the address ${email}. ${await ownersOf(db)}`);
      if (!person.active) throw new StartError(`${email} is deactivated: an owner can let them in again.`);
      const link = await addResetLink({ publicUrl: publicUrlOf(env, env.port) }, db, person.id);
      log.warn({ userId: person.id }, "a link to choose a new password was printed on the server");
      say(`With this link ${person.name} chooses a new password. It works once, within ${LINK_MINUTES} minutes:`);
      say(link);
      say("Once it is used, all other sessions and links of theirs end.");
    } finally {
      await db.destroy();
    }
  });
}

async function ownersOf(db: Kysely<Database>): Promise<string> {
  const owners = await db
    .selectFrom("app_user")
    .select("email")
    .where("role", "=", "OWNER")
    .where("active", "=", true)
    .orderBy("id")
    .execute();
  if (owners.length === 0) return "The business is not set up yet.";
  return `Owners: ${owners.map(({ email }) => email).join(", ")}.`;
}
