import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { App } from "./app.ts";
import { within } from "./core/within.ts";
import { checkConnections, SPARE_CONNECTIONS } from "./database/connections.ts";
import { prepareDataDir } from "./database/data-dir.ts";
import { type EmbeddedDatabase, startEmbedded } from "./database/embedded.ts";
import { meetRequirements } from "./database/requirements.ts";
import { type Env, publicUrlOf, readEnv } from "./env.ts";
import { Gate } from "./gate.ts";
import { createLog, say } from "./log.ts";
import { inTime, StartError } from "./start-error.ts";

/** Together with PostgreSQL's own fast shutdown below the ten seconds after which supervisors kill. */
const DRAIN_LIMIT_MS = 6_000;
const CLOSE_LIMIT_MS = 2_000;
/** Limits for a start that is to be stopped: first to end by itself, then to give up. */
const START_LIMIT_MS = 4_000;
const GIVE_UP_LIMIT_MS = 2_000;
/** Longer than anything takes that the start only waits for. */
const PATIENCE_S = 60;
const DATABASE_PATIENCE_S = 180;

/** Brings everything up in order and takes it down in the reverse, once, whatever asks for it and whenever. */
class Server {
  readonly #env: Env;
  readonly #log: Logger;
  readonly #gate = new Gate();
  #database: EmbeddedDatabase | undefined;
  #app: App | undefined;
  #starting: Promise<void> | undefined;
  readonly #giveUp = new AbortController();
  #stuck = false;
  #stopping = false;

  constructor(env: Env, log: Logger) {
    this.#env = env;
    this.#log = log;
  }

  /** Resolves when requests are served, or when a stop cut the start short; ends the process when it cannot start. */
  async start(): Promise<void> {
    this.#starting = this.#start();
    try {
      await this.#starting;
    } catch (error) {
      // Ctrl-C ends the programs that we run to start as well.
      if (this.#stopping) return;
      explain(error, this.#log);
      await this.stop(1);
    }
  }

  /** Requests in flight finish, then the application ends, PostgreSQL, and last the port is free. */
  async stop(code: number): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    if (code === 0) say("Stopping…");
    this.#app?.leave();
    await this.#gate.drain(DRAIN_LIMIT_MS);
    // A start under way should end before the stop goes on; its failure no longer matters.
    await this.#startEnds(START_LIMIT_MS);
    this.#giveUp.abort();
    await this.#startEnds(GIVE_UP_LIMIT_MS);
    await this.#attempt("application", within(CLOSE_LIMIT_MS, this.#app?.stop()));
    await this.#attempt("PostgreSQL", this.#database?.stop());
    await this.#gate.close();
    if (this.#stuck) process.kill(process.pid, "SIGKILL");
    process.exit(code);
  }

  #startEnds(limit: number): Promise<void> {
    return within(limit, this.#starting).catch(() => undefined);
  }

  /** A step that works on a disk. One that does not answer holds a thread, and with it the ordinary end of the process. */
  #onDisk<T>(what: string, seconds: number, step: Promise<T>): Promise<T> {
    this.#stuck = true;
    const ended = step.finally(() => {
      this.#stuck = false;
    });
    return inTime(what, seconds, ended);
  }

  /** Ends after an error that leaves nothing to go on with; what goes wrong while stopping is its consequence. */
  fail(err: unknown, what: string): void {
    if (this.#stopping) return;
    this.#log.fatal({ err }, what);
    void this.stop(1);
  }

  async #start(): Promise<void> {
    const { dataDir } = this.#env;
    const port = await inTime(
      "the server that stops on this port",
      PATIENCE_S,
      this.#gate.listen(this.#env.port, this.#env.host),
    );
    // Most of our code is loaded while PostgreSQL starts, and only once there is something to start.
    const loading = import("./app.ts");
    loading.catch(() => undefined);
    const databaseUrl = this.#env.databaseUrl ?? (await this.#startDatabase());
    if (this.#stopping) return;
    const answer = "an answer of the database of DATABASE_URL";
    await inTime(answer, PATIENCE_S, meetRequirements(databaseUrl));
    if (!this.#database) {
      // The embedded one is made to have room, and its folder has been tried.
      await inTime(answer, PATIENCE_S, checkConnections(databaseUrl, this.#env.connections));
      if (!this.#env.s3) await this.#onDisk(`the folder ${dataDir}`, PATIENCE_S, prepareDataDir(dataDir));
    }
    const publicUrl = publicUrlOf(this.#env, port);
    say("Preparing the database…");
    const { createApp } = await loading;
    const app = await createApp({
      env: this.#env,
      databaseUrl,
      publicUrl,
      log: this.#log,
      http: this.#gate.http,
      ...webRoot(),
    });
    this.#app = app;
    if (this.#stopping) return;
    if (this.#env.demo) {
      say("Loading the demo business…");
      await app.loadDemo();
    }
    if (this.#stopping) return;
    this.#gate.open(app.handler, app.health);
    const link = await app.setUpLink();
    say(`Clientela: ${publicUrl}`);
    if (link) say(`Set up your business here (the link works once): ${link}`);
    this.#log.info({ port, host: this.#env.host }, "serving");
    // The launcher may be gone by now, as "disconnect" tells.
    process.send?.("serving", undefined, undefined, () => undefined);
  }

  async #startDatabase(): Promise<string> {
    say("Starting PostgreSQL…");
    const { dataDir } = this.#env;
    const starting = startEmbedded({
      dataDir,
      signal: this.#giveUp.signal,
      settings: { max_connections: Math.max(100, this.#env.connections + SPARE_CONNECTIONS) },
      onLost: (error) => this.fail(error, "PostgreSQL ended and cannot be started again"),
    });
    this.#database = await this.#onDisk(`PostgreSQL on ${dataDir}`, DATABASE_PATIENCE_S, starting);
    return this.#database.url;
  }

  async #attempt(what: string, end: Promise<void> | undefined): Promise<void> {
    await end?.catch((err: unknown) => this.#log.error({ err }, `${what} did not stop cleanly`));
  }
}

function webRoot(): { webRoot?: string } {
  const folder = fileURLToPath(new URL("../../web/dist", import.meta.url));
  return existsSync(folder) ? { webRoot: folder } : {};
}

async function main(): Promise<void> {
  let log: Logger | undefined;
  try {
    const env = readEnv(process.env, process.argv.slice(2));
    log = createLog(env.logLevel);
    const server = new Server(env, log);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void server.stop(0));
    // The scripts that start us hold the other end: it closes however they end, kill -9 included.
    process.on("disconnect", () => void server.stop(0));
    process.on("uncaughtException", (error) => server.fail(error, "unexpected error"));
    await server.start();
  } catch (error) {
    explain(error, log);
    process.exit(1);
  }
}

function explain(error: unknown, log: Logger | undefined): void {
  if (error instanceof StartError) process.stderr.write(`Clientela cannot start. ${error.message}\n`);
  else if (log) log.fatal({ err: error }, "Clientela cannot start");
  else throw error;
}

await main();
