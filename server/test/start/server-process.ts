import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { serverProgram, trialEnvironment } from "../../../scripts/product.mjs";
import { startEmbedded } from "../../src/database/embedded.ts";
import { migrate } from "../../src/database/migrate.ts";
import { meetRequirements } from "../../src/database/requirements.ts";
import { othersGone, throwAway } from "../database.ts";

/** A new data folder, which PostgreSQL's user may pass through when we are root. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "clientela-start-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** A data folder that has a migrated database: to be copied, for making one takes much longer. */
export async function newMigratedDataDir(): Promise<string> {
  const dataDir = newDataDir();
  const database = await startEmbedded({ dataDir, settings: throwAway });
  await meetRequirements(database.url);
  await migrate(database.url);
  const client = new pg.Client(database.url);
  await client.connect();
  await othersGone(client);
  await client.end();
  await database.stop();
  return dataDir;
}

/** A copy of a data folder that no server runs on, with its owners and rights. */
export function copyDataDir(dataDir: string): string {
  const copy = newDataDir();
  execFileSync("cp", ["-a", `${dataDir}/.`, copy]);
  return copy;
}

/** Stops a PostgreSQL that a test left behind and removes the folder. */
export async function removeDataDir(folder: string): Promise<void> {
  if (existsSync(join(folder, "postgres", "postmaster.pid"))) await (await startEmbedded({ dataDir: folder })).stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The process number of the PostgreSQL that runs on a data folder. */
export function postgresPid(folder: string): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** The server that `npm start` starts; test/setup.ts has built it. */
export class ServerProcess {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";
  /** The exit code, once it has ended; null after a signal. */
  readonly ended: Promise<number | null>;

  constructor(variables: Record<string, string>) {
    const { command, args } = serverProgram();
    this.child = spawn(command, args, {
      env: trialEnvironment({ PORT: "0", LOG_LEVEL: "error", ...variables }),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    // Not "close", which never comes once we have cut the channel ourselves.
    const exited = once(this.child, "exit");
    const said = [this.child.stdout, this.child.stderr].map((stream) => stream && once(stream, "end"));
    this.ended = Promise.all([exited, ...said]).then(([[code]]) => code);
  }

  /** The address it prints when it serves; fails with what it said when it ends first. */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const address = this.stdout.match(/^Clientela: (\S+)$/m)?.[1];
        if (address) resolve(address);
      };
      this.child.stdout?.on("data", look);
      this.ended.then((code) => reject(new Error(`ended with ${code}: ${this.stdout}${this.stderr}`)));
      look();
    });
  }

  /** Asks it to end and answers its exit code. */
  stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}
