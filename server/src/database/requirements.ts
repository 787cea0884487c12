import pg from "pg";
import { StartError } from "../start-error.ts";

const EXTENSIONS = ["btree_gin", "pg_trgm", "unaccent"];
const OLDEST = 15;
const CONNECT_LIMIT_MS = 10_000;

/**
 * Checks that the database answers and is new enough, and creates the extensions it lacks.
 * @throws StartError naming what is missing and what to ask the administrator for
 */
export async function meetRequirements(connectionString: string): Promise<void> {
  const client = await connect(connectionString);
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    if (rows[0].version < OLDEST * 10_000) {
      const found = Math.floor(rows[0].version / 10_000);
      throw new StartError(`DATABASE_URL: this is PostgreSQL ${found}, Clientela needs ${OLDEST} or newer.`);
    }
    await createExtensions(client);
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_LIMIT_MS });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw new StartError(`DATABASE_URL: the database cannot be reached: ${reasonOf(error)}.`);
  }
}

async function createExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select extname as name from pg_extension");
  const present = new Set(rows.map(({ name }) => name));
  const refused: string[] = [];
  for (const name of EXTENSIONS.filter((extension) => !present.has(extension))) {
    await client.query(`create extension if not exists ${name}`).catch(() => refused.push(name));
  }
  if (!refused.length) return;
  const statements = refused.map((name) => `CREATE EXTENSION ${name};`).join(" ");
  throw new StartError(`DATABASE_URL: ask the administrator of database "${client.database}" to run: ${statements}`);
}

/** Both addresses of `localhost` fail at once as an AggregateError without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join("; ");
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
