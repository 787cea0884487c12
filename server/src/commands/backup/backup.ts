import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { openStorage } from "../../core/storage/open.ts";
import { executed } from "../../database/migrate.ts";
import { say } from "../../log.ts";
import { StartError } from "../../start-error.ts";
import { type Command, withDatabase } from "../command.ts";
import { ArchiveWriter } from "./archive.ts";
import { explainFailure } from "./failure.ts";
import { copyFiles } from "./files.ts";
import { FORMAT, type Header, type Summary } from "./format.ts";
import { megabytes, Progress } from "./progress.ts";
import { columnsOfTables, source, WRITE_ALIKE, waitingJobs } from "./tables.ts";

/**
 * Writes database and files as of one moment into one file, while the server serves or not.
 * @throws StartError with what is wrong, as a sentence
 */
export async function backup({ env, args, log, signal }: Command): Promise<void> {
  if (args.length !== 1 || !args[0]) throw new StartError("Usage: npm run backup -- FILE");
  const path = resolve(args[0]);
  const missing = await withDatabase(env, async (url) => {
    let archive: ArchiveWriter | undefined;
    try {
      archive = await ArchiveWriter.create(path, signal);
      const client = await connect(url);
      const other = await connect(url);
      try {
        return await write(archive, client, other, env);
      } finally {
        await Promise.all([client, other].map((connection) => connection.end().catch(() => undefined)));
      }
    } catch (error) {
      await archive?.abandon();
      throw explainFailure(error, "The backup", signal);
    }
  });
  const { size } = await stat(path);
  log.info({ bytes: size }, "backup made");
  say(
    `Backup: ${path} (${megabytes(size)}). It holds people's data and hashes of passwords: keep it where only you can read.`,
  );
  if (missing.length === 0) return;
  throw new StartError(
    `The backup is written, but of ${missing.length} files the bytes were not where they should be or were not those that ` +
      `were uploaded: ${missing.slice(0, 10).join(", ")}${missing.length > 10 ? "…" : ""}.`,
  );
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: "clientela backup", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(WRITE_ALIKE);
  return client;
}

/** Answers the names of files that are not whole. */
async function write(
  archive: ArchiveWriter,
  client: pg.Client,
  other: pg.Client,
  env: Command["env"],
): Promise<string[]> {
  await client.query("begin isolation level repeatable read read only");
  const header: Header = {
    format: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: await executed(client),
    tables: await columnsOfTables(client),
  };
  if (header.migrations.length === 0) throw new StartError("The database is empty: there is nothing to back up.");
  await archive.add("header", [Buffer.from(JSON.stringify(header))]);
  say(`Backing up the business as of ${header.madeAt}.`);
  const progress = new Progress();
  const rows: Summary["rows"] = {};
  for (const [table, columns] of Object.entries(header.tables)) {
    const stream = client.query(copyTo(`copy ${source(table, columns)} to stdout`));
    await archive.add(`tables/${table}`, progress.through(`table ${table}`, stream));
    rows[table] = stream.rowCount;
  }
  const jobs = await waitingJobs(client);
  await archive.add("jobs", [Buffer.from(jobs.map((job) => `${JSON.stringify(job)}\n`).join(""))]);
  const { files, gone, damaged } = await copyFiles(archive, client, other, await openStorage(env), progress);
  const summary: Summary = { rows, files, gone };
  await archive.add("summary", [Buffer.from(JSON.stringify(summary))]);
  await client.query("commit");
  await archive.finish();
  return damaged;
}
