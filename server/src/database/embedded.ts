import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { reasonOf } from "./data-dir.ts";
import { findPlace } from "./place.ts";
import { Postmaster, type Settings, SUPERUSER } from "./postmaster.ts";

export interface EmbeddedOptions {
  /** Absolute path; made when missing. */
  dataDir: string;
  /** PostgreSQL's settings beside or instead of our own. */
  settings?: Settings;
  /** Hears when PostgreSQL ended without us and could not be brought back. */
  onLost?: (error: Error) => void;
  /** Aborted when the start is to be given up, whatever it is at. */
  signal?: AbortSignal | undefined;
}

export interface EmbeddedDatabase {
  url: string;
  /** Stops PostgreSQL, even with sessions still open; resolves when it has ended. */
  stop(): Promise<void>;
}

const DATABASE = "clientela";
/** The key of the advisory lock whose holder owns the embedded server. */
const OWNER_LOCK = 7_275_313;
const START_LIMIT_MS = 60_000;
/** A killed owner's lock is gone as soon as PostgreSQL sees its connection closed. */
const LOCK_LIMIT_MS = 2_000;

/**
 * Starts our own PostgreSQL on a free port of 127.0.0.1, or takes over one that a killed server left running. The
 * holder of an advisory lock in it is its owner: one per data folder, and no lock file to go stale.
 * @throws StartError when another server owns the folder or PostgreSQL cannot start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (error) {
    // An error of a file: an error of a connection has no path.
    if (error instanceof StartError || !(error as NodeJS.ErrnoException).path) throw error;
    throw new StartError(`DATA_DIR: ${reasonOf(error as NodeJS.ErrnoException, options.dataDir)}`);
  }
}

async function start({ dataDir, settings = {}, onLost, signal }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await findPlace(dataDir);
  const password = await getPassword(dataDir, place.data);
  const postmaster = new Postmaster(place, settings, signal);
  await postmaster.create(password);

  let stopping = false;
  let port = 0;
  const own = async () => {
    const owner = await takeOwnership(postmaster, password, dataDir, port, signal);
    port = owner.port;
    owner.client.once("end", () => {
      // PostgreSQL starts anew after one of its processes crashed, and is started anew when it ended as a whole.
      if (!stopping) own().catch((error: Error) => onLost?.(error));
    });
  };
  await own();
  return {
    url: urlOf(port, password, DATABASE),
    async stop() {
      stopping = true;
      await postmaster.stop();
    },
  };
}

/**
 * The embedded database for a command: the one a server of ours runs on at this moment, otherwise started for it alone.
 * @throws StartError also when the folder has none
 */
export async function reachEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  if (!existsSync(passwordFile(dataDir))) {
    throw new StartError(`DATA_DIR: there is no database in ${dataDir}; give the folder that the server has.`);
  }
  const place = await findPlace(dataDir);
  const port = await new Postmaster(place, {}).findPort();
  if (port === null) return startEmbedded({ dataDir });
  return { url: urlOf(port, await getPassword(dataDir, place.data), DATABASE), stop: async () => undefined };
}

/** Loops because a server of this folder may be starting, stopping or dying at the same moment. */
async function takeOwnership(
  postmaster: Postmaster,
  password: string,
  dataDir: string,
  lastPort: number,
  signal: AbortSignal | undefined,
) {
  const giveUp = Date.now() + START_LIMIT_MS;
  let reason: unknown;
  for (let preferred = lastPort; Date.now() < giveUp; ) {
    signal?.throwIfAborted();
    const running = await postmaster.findPort();
    if (running === null) {
      if (!(await postmaster.start(preferred || (await findFreePort())))) {
        preferred = 0;
        await sleep(200);
      }
      continue;
    }
    try {
      await createDatabase(urlOf(running, password, "postgres"));
      return { port: running, client: await connectAsOwner(urlOf(running, password, DATABASE), dataDir) };
    } catch (error) {
      if (error instanceof StartError) throw error;
      if ((error as { code?: string }).code === "28P01") {
        throw new StartError(`The password in ${passwordFile(dataDir)} is not the one of the database beside it.`);
      }
      reason = error;
      await sleep(100);
    }
  }
  throw new StartError(`PostgreSQL does not answer on ${dataDir}: ${(reason as Error | undefined)?.message}.`);
}

async function connectAsOwner(connectionString: string, dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: `clientela ${process.pid}`, keepAlive: true });
  // Without a listener a cut connection would end the process; "end" follows and is dealt with.
  client.on("error", () => undefined);
  await client.connect();
  for (const giveUp = Date.now() + LOCK_LIMIT_MS; ; await sleep(100)) {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [OWNER_LOCK]);
    if (rows[0].mine) return client;
    if (Date.now() > giveUp) break;
  }
  const { rows } = await client.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [OWNER_LOCK],
  );
  await client.end();
  const pid = rows[0]?.name.split(" ")[1] ?? "unknown";
  throw new StartError(
    `Another Clientela (process ${pid}) runs on ${dataDir}: stop it, or set DATA_DIR to another folder.`,
  );
}

async function createDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another start was quicker: duplicate_database, or its row in the catalogue.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

const passwordFile = (dataDir: string) => join(dataDir, "postgres-password");

/** Made once for a data folder; whole or not there at all, as two starts may race for it. */
async function getPassword(dataDir: string, data: string): Promise<string> {
  const file = passwordFile(dataDir);
  if (!existsSync(file)) {
    if (existsSync(data))
      throw new StartError(`${file} is missing: put it back from your backup, beside its database.`);
    const growing = `${file}.${randomBytes(4).toString("hex")}`;
    await writeFile(growing, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    await link(growing, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await rm(growing);
  }
  return (await readFile(file, "utf8")).trim();
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const urlOf = (port: number, password: string, database: string) =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
