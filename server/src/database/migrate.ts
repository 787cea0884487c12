import { MikroORM } from "@mikro-orm/core";
import pg from "pg";
import { migrateJobs } from "../core/jobs.ts";
import { ormConfig } from "./orm.ts";

/** Any number not used for another advisory lock of this database. */
const MIGRATION_LOCK = 20_261_121;

/** Runs every outstanding migration, each in its own transaction; processes that start together wait for the first. */
export async function migrate(url: string): Promise<void> {
  const lock = new pg.Client(url);
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const orm = await MikroORM.init(ormConfig(url, []));
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await migrateJobs(url);
  } finally {
    await lock.end();
  }
}
