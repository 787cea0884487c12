import { once } from "node:events";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { isKey } from "../../core/storage/key.ts";
import { openStorage } from "../../core/storage/open.ts";
import { startEmbedded } from "../../database/embedded.ts";
import { executed, migrate, refuseNewer } from "../../database/migrate.ts";
import { meetRequirements } from "../../database/requirements.ts";
import { say } from "../../log.ts";
import { StartError } from "../../start-error.ts";
import type { Command } from "../command.ts";
import { type Part, readArchive } from "./archive.ts";
import { explainFailure } from "./failure.ts";
import { FileReceiver, forgetGone } from "./files.ts";
import { FORMAT, type Header, headerRules, NOT_AS_SAID, readJson, type Summary, summaryRules } from "./format.ts";
import { Progress } from "./progress.ts";
import { bareTables, completeTables } from "./schema.ts";
import { addJob, copied, type WaitingJob, WRITE_ALIKE } from "./tables.ts";

/**
 * Brings a backup into an empty database and its files into their storage, all or nothing, and the result up to date.
 * @throws StartError with what is wrong, as a sentence
 */
export async function restore({ env, args, log, signal }: Command): Promise<void> {
  if (args.length !== 1 || !args[0]) throw new StartError("Usage: npm run restore -- FILE");
  const path = resolve(args[0]);
  const parts = readArchive(path);
  const header = await readHeader(parts, path);
  const embedded = env.databaseUrl ? undefined : await startEmbedded({ dataDir: env.dataDir });
  const url = env.databaseUrl ?? (embedded?.url as string);
  try {
    await meetRequirements(url);
    await requireEmpty(url, header);
    say(`Restoring the business as of ${header.madeAt}.`);
    await migrate(url, header.migrations);
    const files = new FileReceiver(await openStorage(env));
    const summary = await fill(url, header, parts, files, signal).catch(async (error) => {
      await files.takeBack();
      throw error;
    });
    await migrate(url);
    log.info({ files: summary.files, rows: summary.rows }, "backup restored");
    say(`Restored: ${summary.rows.client ?? 0} clients, ${summary.files} files. Everybody signs in anew.`);
  } catch (error) {
    throw explainFailure(error, "The restoration", signal);
  } finally {
    await embedded?.stop();
  }
}

async function readHeader(parts: AsyncGenerator<Part>, path: string): Promise<Header> {
  const { value } = await parts.next();
  const noBackup = new StartError(`${path} is no backup of Clientela.`);
  if (value?.name !== "header") throw noBackup;
  const header = readJson(headerRules, value.bytes.toString());
  if (!header) throw noBackup;
  if (header.format !== FORMAT)
    throw new StartError(`${path} was written by a newer version of Clientela than this one.`);
  refuseNewer(header.migrations);
  return header;
}

/** One that was started and never set up is empty too. */
async function requireEmpty(url: string, { migrations }: Header): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const made = await executed(client);
    if (made.length === 0) return;
    const serving =
      "select from pg_stat_activity where application_name = 'clientela live' and datname = current_database()";
    if ((await client.query(serving)).rowCount) {
      throw new StartError("A server runs on this database: stop it first.");
    }
    if ((await client.query("select from settings union all select from app_user")).rowCount) {
      throw new StartError("This database has a business already: a backup is restored into an empty one.");
    }
    if (made.join() !== migrations.join()) {
      throw new StartError(
        "The backup is of an older version, and this database was made by the newer one: give one that was never started, " +
          "another DATA_DIR for example. It is brought up to date.",
      );
    }
  } finally {
    await client.end();
  }
}

/** All in one transaction, which is committed when the whole backup was read and is what it says. */
async function fill(
  url: string,
  header: Header,
  parts: AsyncGenerator<Part>,
  files: FileReceiver,
  signal: AbortSignal,
): Promise<Summary> {
  const client = new pg.Client({ connectionString: url, application_name: "clientela restore", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(WRITE_ALIKE);
    await client.query("begin");
    const bared = await bareTables(client, Object.keys(header.tables));
    const summary = await receive(client, header, parts, files, signal);
    await refuseForeignKeys(client);
    await forgetGone(client, summary.gone);
    await completeTables(client, header.tables, bared);
    await client.query("commit");
    await client.query("analyze");
    return summary;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A file's row tells where its bytes are read, and taken away: nowhere else than among the files. */
async function refuseForeignKeys(client: pg.Client): Promise<void> {
  const made = "select to_regclass('client_file') is not null as made";
  if (!(await client.query(made)).rows[0].made) return;
  const { rows } = await client.query<{ key: string }>(
    "select unnest(array[storage_key, preview_key]) as key from client_file where storage_key is not null",
  );
  if (rows.some(({ key }) => key !== null && !isKey(key))) throw new StartError(NOT_AS_SAID);
}

/** Where the bytes of one name go. */
interface Sink {
  write(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
}

async function receive(
  client: pg.Client,
  header: Header,
  parts: AsyncGenerator<Part>,
  files: FileReceiver,
  signal: AbortSignal,
): Promise<Summary> {
  const rows: Summary["rows"] = Object.fromEntries(Object.keys(header.tables).map((table) => [table, 0]));
  const progress = new Progress();
  let summary: Summary | undefined;
  let current: { name: string; sink: Sink } | undefined;
  const sinkOf = (name: string): Sink => {
    const [kind, key = ""] = name.split("/");
    if (kind === "tables") return intoTable(client, key, header.tables[key] ?? [], (count) => (rows[key] = count));
    if (kind === "files") return files.begin(key);
    if (kind === "jobs")
      return asText(async (text) => {
        for (const line of text.split("\n").filter(Boolean)) await addJob(client, JSON.parse(line) as WaitingJob);
      });
    return asText(async (text) => {
      summary = readJson(summaryRules, text);
    });
  };
  for await (const { name, bytes } of parts) {
    signal.throwIfAborted();
    if (name !== current?.name) {
      await current?.sink.end();
      current = { name, sink: sinkOf(name) };
    }
    progress.add(name.startsWith("files/") ? "files" : name.replace("tables/", "table "), bytes.length);
    await current.sink.write(bytes);
  }
  await current?.sink.end();
  if (!summary || JSON.stringify(rows) !== JSON.stringify(summary.rows) || files.count !== summary.files) {
    throw new StartError(NOT_AS_SAID);
  }
  return summary;
}

function intoTable(client: pg.Client, table: string, columns: string[], done: (rows: number) => void): Sink {
  const stream = client.query(copyFrom(`copy ${copied(table, columns)} from stdin`));
  const written = finished(stream);
  written.catch(() => undefined);
  return {
    async write(bytes) {
      if (!stream.write(bytes)) await Promise.race([once(stream, "drain"), written]);
    },
    async end() {
      stream.end();
      await written;
      done(stream.rowCount);
    },
  };
}

/** The largest text held in memory: a few kilobytes can unfold into gigabytes. */
const MAX_TEXT = 256 << 20;

function asText(take: (text: string) => Promise<void>): Sink {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    async write(bytes) {
      size += bytes.length;
      if (size > MAX_TEXT) throw new StartError(NOT_AS_SAID);
      chunks.push(bytes);
    },
    end: () => take(Buffer.concat(chunks).toString()),
  };
}
