import type { ClientStatus } from "@clientela/shared/clients/words";
import { normalizePhone } from "@clientela/shared/normalize/phone";
import type { Role } from "@clientela/shared/permissions";
import { tagColors } from "@clientela/shared/tags/palette";
import { type Kysely, sql as rawSql } from "kysely";
import northwind from "../../../demo/northwind.json" with { type: "json" };
import type { Core } from "../../context.ts";
import { transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { addDemoWork } from "./demo.work.ts";

type ClientRow = [
  name: string,
  contactPerson: string,
  phone: string | null,
  line1: string | null,
  city: string | null,
  region: string | null,
  postalCode: string | null,
  country: string,
  team: string,
  owner: number | null,
  status: ClientStatus,
  createdAt: string | null,
  key: boolean,
  position: string,
];

const DAY_MS = 86_400_000;

/**
 * Loads the demo business: the Northwind trading company, its years moved so that they end today. Its people cannot sign
 * in until somebody renews their invitation. Does nothing when there are clients already.
 */
export async function loadDemo(core: Core): Promise<void> {
  await transact(core, { actor: null, cause: "demo" }, async (_em, sql) => {
    if (await sql.selectFrom("client").select("id").limit(1).executeTakeFirst()) return;
    const teams = await addTeams(sql);
    const people = await addPeople(sql, teams);
    await addClients(sql, teams, people);
    await addDemoWork(sql);
  });
  await core.live.catchUp();
}

async function addTeams(sql: Kysely<Database>): Promise<Map<string, string>> {
  const rows = northwind.teams.map((name) => ({ name }));
  const teams = await sql.insertInto("team").values(rows).returning(["id", "name"]).execute();
  return new Map(teams.map(({ id, name }) => [name, id]));
}

/** The ids of the employees, in the order of the file. */
async function addPeople(sql: Kysely<Database>, teams: Map<string, string>): Promise<string[]> {
  const rows = northwind.employees.map(({ name, email, role }) => ({ name, email, role: role as Role }));
  const people = await sql.insertInto("app_user").values(rows).returning("id").execute();
  const members = northwind.employees.flatMap((employee, i) =>
    employee.teams.map((team) => ({ team_id: idOf(teams, team), user_id: people[i]?.id as string })),
  );
  await sql.insertInto("team_member").values(members).execute();
  return people.map(({ id }) => id);
}

async function addClients(sql: Kysely<Database>, teams: Map<string, string>, owners: string[]): Promise<void> {
  const clients = northwind.clients as ClientRow[];
  const shift = Date.now() - Date.parse(northwind.lastDay);
  const rows = clients.map(
    ([name, contactPerson, phone, line1, city, region, postalCode, country, team, owner, status, createdAt], i) => ({
      name,
      contact_person: contactPerson,
      phone: phone && normalizePhone(phone, country),
      addresses: JSON.stringify([{ type: "MAIN", line1, line2: null, city, region, postalCode, country }]),
      tax_country: country,
      team_id: idOf(teams, team),
      owner_id: owner === null ? null : (owners[owner] as string),
      status,
      source_channel: "IMPORT",
      // Who never ordered came these days.
      created_at: new Date(createdAt ? Date.parse(createdAt) + shift : Date.now() - ((i % 5) + 1) * DAY_MS),
    }),
  );
  const added = await sql.insertInto("client").values(rows).returning(["id", "name"]).execute();
  // Said apart, so that it does not push everything else out of what happened last.
  await rawSql`select set_config('app.cause', 'import demo', true)`.execute(sql);
  const people = added.flatMap(({ id, name }) => {
    const client = clients.find((row) => row[0] === name);
    return client ? [{ client_id: id, name: client[1], position: client[13], is_primary: true }] : [];
  });
  await sql.insertInto("contact").values(people).execute();
  const tag = await sql
    .insertInto("tag")
    .values({ name: "VIP", color: tagColors.orange })
    .returning("id")
    .executeTakeFirstOrThrow();
  const key = new Set(clients.filter((client) => client[12]).map(([name]) => name));
  const links = added.filter(({ name }) => key.has(name)).map(({ id }) => ({ client_id: id, tag_id: tag.id }));
  await sql.insertInto("client_tag").values(links).execute();
}

function idOf(teams: Map<string, string>, name: string): string {
  const id = teams.get(name);
  if (!id) throw new Error(`The demo data names no team ${name}`);
  return id;
}
