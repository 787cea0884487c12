import { teamRules } from "@clientela/shared/people/rules";
import type { Kysely } from "kysely";
import { type Context, writtenBy } from "../../context.ts";
import { given, lockRecord } from "../../core/changes.ts";
import { badInput, notFound, parseInput, taken } from "../../core/errors.ts";
import { distinctIds, uuidOrNull } from "../../core/scalars.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import type { TeamInput } from "./people.inputs.ts";
import { Team } from "./team.entity.ts";

const nameTaken = taken({ team_name_key: { path: "name", key: "errors.teamExists" } });

/**
 * Adds a team.
 * @throws BAD_USER_INPUT when the name is taken or a member unknown
 */
export async function createTeam(context: Context, input: TeamInput): Promise<string> {
  const { name, memberIds } = parseInput(teamRules, input);
  return transact(context.core, writtenBy(context), async (em, sql) => {
    const team = em.create(Team, { name });
    await em.flush();
    await setMembers(sql, team.id, memberIds ?? []);
    return team.id;
  }).catch(nameTaken);
}

/**
 * Renames a team, or changes who is in it.
 * @throws NOT_FOUND; BAD_USER_INPUT when the name is taken or a member unknown
 */
export async function updateTeam(context: Context, id: string, input: TeamInput): Promise<string> {
  const { name, memberIds } = parseInput(teamRules.partial(), input);
  return transact(context.core, writtenBy(context), async (em, sql) => {
    const team = await lockRecord(em, Team, id);
    em.assign(team, given({ name }));
    await em.flush();
    if (memberIds) await setMembers(sql, team.id, memberIds);
    return team.id;
  }).catch(nameTaken);
}

/**
 * Removes a team; its clients stay, without a team.
 * @throws NOT_FOUND
 */
export async function deleteTeam(context: Context, id: string): Promise<void> {
  await transact(context.core, writtenBy(context, "team"), async (_em, sql) => {
    await sql.deleteFrom("team").where("id", "=", uuidOrNull(id)).returning("id").executeTakeFirstOrThrow(notFound);
  });
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
