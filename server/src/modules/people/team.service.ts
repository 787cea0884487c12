import { teamRules } from "@clientela/shared/people/rules";
import type { Kysely } from "kysely";
import { type Context, viewerOf } from "../../context.ts";
import { given } from "../../core/changes.ts";
import { badInput, brokenConstraint, notFound, parseInput } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import type { TeamInput } from "./people.inputs.ts";
import { Team } from "./team.entity.ts";

/**
 * Adds a team.
 * @throws BAD_USER_INPUT when the name is taken or a member unknown
 */
export async function createTeam(context: Context, input: TeamInput): Promise<string> {
  const { name, memberIds } = parseInput(teamRules, input);
  return change(context, async (em, sql) => {
    const team = em.create(Team, { name });
    await em.flush();
    await setMembers(sql, team.id, memberIds ?? []);
    return team.id;
  });
}

/**
 * Renames a team, or changes who is in it.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken or a member unknown
 */
export async function updateTeam(context: Context, id: string, input: TeamInput): Promise<string> {
  const { name, memberIds } = parseInput(teamRules.partial(), input);
  return change(context, async (em, sql) => {
    const team = uuidOrNull(id) && (await em.findOne(Team, id));
    if (!team) throw notFound();
    em.assign(team, given({ name }));
    await em.flush();
    if (memberIds) await setMembers(sql, team.id, memberIds);
    return team.id;
  });
}

/**
 * Removes a team; its clients stay, without a team.
 * @throws NOT_FOUND
 */
export async function deleteTeam(context: Context, id: string): Promise<void> {
  await change(
    context,
    async (_em, sql) => {
      const { numDeletedRows } = await sql.deleteFrom("team").where("id", "=", uuidOrNull(id)).executeTakeFirst();
      if (numDeletedRows === 0n) throw notFound();
    },
    { actor: viewerOf(context).userId, cause: "team" },
  );
}

async function change<T>(
  context: Context,
  work: Parameters<typeof transact<T>>[2],
  by: Parameters<typeof transact<T>>[1] = { actor: viewerOf(context).userId },
): Promise<T> {
  const { core } = context;
  const result = await transact(core, by, work).catch((error: unknown) => {
    if (brokenConstraint(error) === "team_name_key") throw badInput({ path: "name", key: "errors.teamExists" });
    throw error;
  });
  await core.live.catchUp();
  return result;
}

async function setMembers(sql: Kysely<Database>, teamId: string, memberIds: string[]): Promise<void> {
  const ids = distinctIds(memberIds);
  const known = await sql
    .selectFrom("app_user")
    .select("id")
    .where("id", "in", [null, ...ids] as string[])
    .execute();
  if (known.length < ids.length) throw badInput({ path: "memberIds", key: "errors.unknownUser" });
  await sql.deleteFrom("team_member").where("team_id", "=", teamId).execute();
  if (known.length > 0) {
    await sql
      .insertInto("team_member")
      .values(known.map(({ id }) => ({ team_id: teamId, user_id: id })))
      .execute();
  }
}
