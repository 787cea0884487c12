import { MikroORM, type Options } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { defineConfig, type EntityManager, type PostgreSqlDriver } from "@mikro-orm/postgresql";
import { Kysely, PostgresDialect } from "kysely";
import pg, { type ClientBase, type Pool } from "pg";
import { migrations } from "../../migrations/index.ts";
import { shareOut } from "./connections.ts";
import { closeUnused, Prepared } from "./prepared.ts";
import type { Database } from "./tables.ts";

/** Settings of every session. Just-in-time compilation costs more than it saves on queries as short as ours. */
const SESSION = "set timezone = 'UTC'; set jit = off";

/**
 * Settings of sessions that read. Their statements are written so that one plan fits all values. By itself PostgreSQL
 * plans many of them anew each time, from figures that it guesses anyway. With a million clients that doubles the work.
 */
const READING = `${SESSION}; set plan_cache_mode = force_generic_plan`;

/** Set in the session and not at its start: there poolers refuse every setting that they do not know. */
const begin = (settings: string) => (client: ClientBase) => client.query(settings);

/** Configuration of the ORM: entities come from the registry, migrations from their list, never from a glob. */
export const ormConfig = (clientUrl: string, entities: NonNullable<Options["entities"]>, connections = 1) =>
  defineConfig({
    clientUrl,
    entities,
    extensions: [Migrator],
    metadataCache: { enabled: false },
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: connections },
    driverOptions: { onConnect: begin(SESSION), application_name: "clientela", pipeline: true },
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
      silent: true,
    },
  });

/** The database as the server uses it: the ORM to write, a pool of its own and Kysely to read. */
export interface DatabaseHandle {
  orm: MikroORM<PostgreSqlDriver>;
  em: EntityManager;
  pool: Pool;
  /** What connections keep prepared, those of `pool` and those that write. */
  prepared: Prepared;
  /** For statements without a plan that serves all values. */
  planning: Pool;
  /** How many connections of each pool one person's statements take; the others are for others. */
  ofOnePerson: { reading: number; planning: number };
  db: Kysely<Database>;
  close(): Promise<void>;
}

const DATE_OID = 1082;

/** @param connections the most that the process takes; the pools here get their part of them */
export async function openDatabase(
  url: string,
  entities: NonNullable<Options["entities"]>,
  connections: number,
): Promise<DatabaseHandle> {
  const share = shareOut(connections);
  const orm = await MikroORM.init<PostgreSqlDriver>(ormConfig(url, entities, share.writing) as never);
  const pool = openPool(url, READING, share.reading);
  const prepared = new Prepared();
  closeUnused(pool, prepared);
  closeUnused(await orm.em.getDriver().getConnection().getNativeClient(), prepared);
  const planning = openPool(url, SESSION, share.planning);
  return {
    orm,
    em: orm.em as EntityManager,
    pool,
    prepared,
    planning,
    ofOnePerson: { reading: Math.ceil((share.reading * 2) / 3), planning: Math.ceil((share.planning * 2) / 3) },
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    async close() {
      await orm.close(true);
      await Promise.all([pool.end(), planning.end()]);
    },
  };
}

function openPool(connectionString: string, settings: string, max: number): Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: "clientela",
    onConnect: begin(settings),
    types: {
      // A calendar day is no moment: it stays as PostgreSQL writes it.
      getTypeParser: ((oid: number, format?: "text") =>
        oid === DATE_OID ? (day: string) => day : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // The pool replaces a connection that broke, and a statement is refused with it; unheard, the error would end the process.
  pool.on("error", () => {}).on("connect", (client) => client.on("error", () => {}));
  return pool;
}
