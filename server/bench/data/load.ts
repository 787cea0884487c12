import pg from "pg";
import { migrate } from "../../src/database/migrate.ts";
import { meetRequirements } from "../../src/database/requirements.ts";
import { makeBare, seconds } from "./bare.ts";
import { copy } from "./copy.ts";
import { recount } from "./tallies.ts";
import {
  client,
  clientId,
  customFields,
  entry,
  entryCount,
  LISTS,
  listId,
  listsOf,
  person,
  potential,
  TAGS,
  TEAMS,
  tagId,
  tagName,
  tagsOf,
  teamId,
  teamName,
  USERS,
} from "./world.ts";

const LONGEST_TIMELINE = 103;

/** Makes the database of a URL anew and fills it with a business of so many clients. */
export async function load(url: string, clients: number): Promise<void> {
  const began = performance.now();
  await recreate(url);
  await meetRequirements(url);
  await migrate(url);
  const connections = await Promise.all([0, 1, 2].map(() => connect(url)));
  const [first, second, third] = connections as [pg.Client, pg.Client, pg.Client];
  const restore = await makeBare(first);
  await people(first);
  const copied = await Promise.all([
    copy(
      first,
      "client",
      map(clients, (i) => client(i, clients)),
    ),
    copy(second, "client_tag", links(clients)).then(async (count) => {
      await copy(second, "client_list_member", members(clients));
      await copy(
        second,
        "custom_range",
        map(clients, (i) => ({ client_id: clientId(i, clients), key: "potencial", value: potential(i) })),
      );
      return count;
    }),
    copy(third, "timeline_entry", entries(clients)),
  ]);
  const [clientRows, linkRows, entryRows] = copied.map((count) => count.toLocaleString("en"));
  console.log(`${seconds(began)}  ${clientRows} clients, ${linkRows} tag links, ${entryRows} timeline entries`);
  await restore();
  await recount(first);
  await first.query("vacuum (analyze)");
  await first.query("checkpoint");
  const { rows } = await first.query("select pg_size_pretty(pg_database_size(current_database())) as size");
  console.log(`${seconds(began)}  indexed and analysed: ${rows[0].size}`);
  await Promise.all(connections.map((connection) => connection.end()));
}

async function recreate(url: string): Promise<void> {
  const target = new URL(url);
  const name = pg.escapeIdentifier(decodeURIComponent(target.pathname.slice(1)));
  target.pathname = "/postgres";
  const server = new pg.Client(target.href);
  await server.connect();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  await server.end();
}

async function connect(url: string): Promise<pg.Client> {
  const connection = new pg.Client({
    connectionString: url,
    options:
      "-c timezone=UTC -c synchronous_commit=off -c maintenance_work_mem=1GB -c max_parallel_maintenance_workers=2",
  });
  await connection.connect();
  return connection;
}

async function people(db: pg.Client): Promise<void> {
  await db.query(
    "insert into settings (business_name, locale, time_zone, currency) values ('Medidas', 'es', 'Europe/Madrid', 'EUR')",
  );
  const users = Array.from({ length: USERS }, (_, i) => person(i));
  await copy(
    db,
    "app_user",
    users.map(({ teams: _, ...row }) => row),
  );
  await copy(
    db,
    "team",
    map(TEAMS, (i) => ({ id: teamId(i), name: teamName(i) })),
  );
  await copy(
    db,
    "team_member",
    users.flatMap((user) => user.teams.map((team) => ({ team_id: teamId(team), user_id: user.id }))),
  );
  await copy(
    db,
    "tag",
    map(TAGS, (i) => ({ id: tagId(i), name: tagName(i), color: "#2e7d32" })),
  );
  await copy(
    db,
    "client_list",
    map(LISTS, (i) => ({ id: listId(i), name: `Lista ${i + 1}`, newsletter: i % 4 === 0 })),
  );
  await copy(db, "custom_field", customFields);
}

function* map<T>(count: number, make: (i: number) => T): Generator<T> {
  for (let i = 0; i < count; i++) yield make(i);
}

function* links(clients: number) {
  for (let i = 0; i < clients; i++) {
    const client_id = clientId(i, clients);
    for (const tag of tagsOf(i)) yield { client_id, tag_id: tagId(tag) };
  }
}

function* members(clients: number) {
  for (let i = 0; i < clients; i++) {
    for (const list of listsOf(i))
      yield { client_id: clientId(i, clients), list_id: listId(list), state: "SUBSCRIBED" };
  }
}

/** Round by round, so that the entries of one client lie apart on the disk as they would after three years. */
function* entries(clients: number) {
  for (let n = 0; n <= LONGEST_TIMELINE; n++) {
    for (let i = 0; i < clients; i++) if (n <= entryCount(i)) yield entry(i, n, clients);
  }
}
