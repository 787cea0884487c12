import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, inject, vi } from "vitest";

/** The database that holds what all test databases begin with. */
export const TEMPLATE = "clientela_template";

/** The name that connections of tests give themselves. */
export const OWN = "clientela test";

/**
 * A pool that has ended may still be closing its connections. Dropping or stopping their database would end them with
 * an error.
 */
export async function othersGone(connection: pg.Pool | pg.Client): Promise<void> {
  const others =
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> all($1)";
  // Whose connection makes this process the owner of an embedded PostgreSQL stays.
  const known = [OWN, `clientela ${process.pid}`];
  await vi.waitFor(async () => expect((await connection.query(others, [known])).rowCount).toBe(0), {
    timeout: 5000,
    interval: 20,
  });
}

/** Settings of a PostgreSQL whose data need not outlive the run: speed for durability. */
export const throwAway = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  autovacuum: "off",
  shared_buffers: "128MB",
  max_connections: 200,
};

/** An empty, migrated database of one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Copies the template, in a few hundredths of a second; `template0` has nothing in it, and no migration. */
export async function createTestDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await execute(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

const IN_USE = "55006";

/**
 * Drops a database. An ended pool still has connections that are closing; one that is cut off meanwhile throws where
 * nobody listens. PostgreSQL itself waits five seconds for them. Only connections that remain then are cut off.
 */
async function drop(server: string, name: string): Promise<void> {
  try {
    await execute(server, `drop database ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== IN_USE) throw error;
    await execute(server, `drop database ${name} with (force)`);
  }
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
