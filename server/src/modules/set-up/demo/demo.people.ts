import type { Role } from "@clientela/shared/permissions";
import northwind from "../../../../demo/northwind.json" with { type: "json" };
import type { History } from "./history.ts";
import { teams } from "./words.ts";

/** Who works at the demo business, beside its owner. */
export interface Staff {
  /** The owner of the business, who set it up. */
  ownerId: string;
  /** By their place in the data file. */
  employeeId(index: number): string;
  teamId(name: string): string;
  /** One of a team's people; another one for another number. */
  colleagueOf(team: string, index: number): string;
}

/** The teams and employees of the data file. */
export async function addStaff(history: History, ownerId: string): Promise<Staff> {
  const { sql } = history;
  const named = northwind.teams.map((team) => ({ team, name: history.say(teams[team] ?? { es: team, en: team }) }));
  const rows = await sql
    .insertInto("team")
    .values(named.map(({ name }) => ({ name })))
    .returning(["id", "name"])
    .execute();
  const teamId = (team: string) =>
    found(rows.find(({ name }) => name === named.find((one) => one.team === team)?.name)).id;
  const people = await sql
    .insertInto("app_user")
    .values(northwind.employees.map(({ name, email, role }) => ({ name, email, role: role as Role })))
    .returning("id")
    .execute();
  const employeeId = (index: number) => found(people[index]).id;
  await sql
    .insertInto("team_member")
    .values(
      northwind.employees.flatMap((employee, index) =>
        employee.teams.map((team) => ({ team_id: teamId(team), user_id: employeeId(index) })),
      ),
    )
    .execute();
  const ofTeam = (team: string) =>
    northwind.employees.flatMap((employee, index) => (employee.teams.includes(team) ? [index] : []));
  return {
    ownerId,
    employeeId,
    teamId,
    colleagueOf: (team, index) => {
      const members = ofTeam(team);
      return employeeId(members[index % members.length] ?? 0);
    },
  };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The demo's data name what they do not hold");
  return value;
}
