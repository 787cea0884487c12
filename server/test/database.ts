import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** The database that holds what all test databases begin with. */
export const TEMPLATE = "clientela_template";

/** Settings of a PostgreSQL of which nothing outlives the run: speed for durability. */
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

/** Copies the template, in a few hundredths of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await execute(server, `create database ${name} template ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(server, name) };
}

const IN_USE = "55006";

/**
 * Drops a database. A pool that was ended still has connections that are closing, and one that is cut off meanwhile
 * throws where nobody listens: PostgreSQL waits five seconds for them by itself, and only who then remains is cut off.
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
