import { MikroORM } from "@mikro-orm/core";
import type { PostgreSqlDriver } from "@mikro-orm/postgresql";
import pg from "pg";
import { migrations } from "../../migrations/index.ts";
import { migrateJobs } from "../core/jobs.ts";
import { StartError } from "../start-error.ts";
import { askForSearchJob, type Execute, installedFunctions, installFunctions } from "./functions.ts";
import { ormConfig } from "./orm.ts";

/** Any number not used for another advisory lock of this database. */
const MIGRATION_LOCK = 20_261_121;
const LOCK_MINUTES = 10;
const NOT_AVAILABLE = "55P03";

const known: string[] = migrations.map(({ name }) => name);

/**
 * Runs every outstanding migration and brings the functions up to their files. It is one transaction: cut short, it has
 * changed nothing. Processes that start together wait for the first.
 * @param only those to run; absent: all
 * @throws StartError when a newer version has migrated the database
 */
export async function migrate(url: string, only?: string[]): Promise<void> {
  const lock = new pg.Client(url);
  await lock.connect();
  try {
    await lock.query(`set lock_timeout = '${LOCK_MINUTES}min'`);
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]).catch((error: { code?: string }) => {
      if (error.code !== NOT_AVAILABLE) throw error;
      throw new StartError(`Another server has been preparing the database for ${LOCK_MINUTES} minutes.`);
    });
    refuseNewer(await executed(lock));
    await migrateJobs(url);
    const orm = await MikroORM.init<PostgreSqlDriver>(ormConfig(url, []) as never);
    try {
      const connection = orm.em.getConnection();
      // Makes its table by the only connection, before the transaction holds that.
      await orm.migrator.getPending();
      await connection.transactional(async (transaction) => {
        const execute: Execute = (sql) => connection.execute(sql, [], "all", transaction);
        const before = await installedFunctions(execute);
        await orm.migrator.up({ transaction, ...(only && { migrations: only }) });
        if (only) return;
        // Their texts are of this version: an older one's tables may lack what they name.
        await installFunctions(execute);
        await askForSearchJob(execute, before);
      });
    } finally {
      await orm.close(true);
    }
  } finally {
    await lock.end();
  }
}

/**
 * For work on a database that does not bring it up to date.
 * @throws StartError when it is of another version
 */
export async function requireCurrent(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const names = await executed(client);
    refuseNewer(names);
    if (names.length === known.length) return;
    throw new StartError("The database is of an older version: start Clientela once, which brings it up to date.");
  } finally {
    await client.end();
  }
}

/** The migrations that made the database what it is, in their order. */
export async function executed(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query("select to_regclass('mikro_orm_migrations') is not null as made");
  if (!rows[0].made) return [];
  return (await client.query("select name from mikro_orm_migrations order by id")).rows.map(({ name }) => name);
}

/** @throws StartError when one of them is of a version after this one */
export function refuseNewer(names: string[]): void {
  const newer = names.find((name) => !known.includes(name));
  if (!newer) return;
  throw new StartError(`The data are of a newer version of Clientela than this one, which does not know ${newer}.`);
}
