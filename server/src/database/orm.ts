import { MikroORM, type Options } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { defineConfig, type EntityManager, type PostgreSqlDriver } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import { migrations } from "../../migrations/index.ts";
import type { Database } from "./tables.ts";

/** Configuration of the ORM: entities come from the registry, migrations from their list, never from a glob. */
export const ormConfig = (clientUrl: string, entities: NonNullable<Options["entities"]>) =>
  defineConfig({
    clientUrl,
    entities,
    extensions: [Migrator],
    metadataCache: { enabled: false },
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 10 },
    driverOptions: { options: "-c timezone=UTC -c jit=off", application_name: "clientela" },
    migrations: { migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration })), snapshot: false },
  });

/** The database as the server uses it: entities to write, the pool and Kysely to read. */
export interface DatabaseHandle {
  orm: MikroORM<PostgreSqlDriver>;
  em: EntityManager;
  pool: Pool;
  db: Kysely<Database>;
}

export async function openDatabase(url: string, entities: NonNullable<Options["entities"]>): Promise<DatabaseHandle> {
  const orm = await MikroORM.init<PostgreSqlDriver>(ormConfig(url, entities) as never);
  const em = orm.em as EntityManager;
  const pool = (await (em.getConnection() as unknown as { getNativeClient(): Promise<Pool> }).getNativeClient()) as Pool;
  return { orm, em, pool, db: em.getKysely() as unknown as Kysely<Database> };
}
