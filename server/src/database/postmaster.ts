import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import type { Place } from "./place.ts";

const run = promisify(execFile);

export const SUPERUSER = "clientela";

/** PostgreSQL's settings by name, as in postgresql.conf. */
export type Settings = Record<string, string | number>;

/** One data folder and the PostgreSQL that runs on it, driven through its own initdb and pg_ctl. */
export class Postmaster {
  readonly #place: Place;
  readonly #settings: Settings;
  readonly #signal: AbortSignal | undefined;

  constructor(place: Place, settings: Settings, signal?: AbortSignal) {
    this.#place = place;
    this.#signal = signal;
    this.#settings = { ...defaultSettings(), ...settings };
  }

  /**
   * Makes the data folder if there is none. It grows under another name, so that one cut short is never taken for whole.
   * @throws StartError when it was written by another major version or cannot be made
   */
  async create(password: string): Promise<void> {
    const { data, programs, user } = this.#place;
    if (existsSync(join(data, "PG_VERSION"))) return this.#checkVersion();
    const growing = `${data}.${randomBytes(4).toString("hex")}`;
    const secret = `${growing}.password`;
    await writeFile(secret, `${password}\n`, { mode: 0o600 });
    try {
      if (user) await this.#give(growing, secret);
      const provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
      // Trigrams ask the C library which characters are letters, whatever provider sorts them.
      const ctype = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
      const locale = ["-E", "UTF8", "--locale=C", `--lc-ctype=${ctype}`, ...provider];
      const access = ["-U", SUPERUSER, `--pwfile=${secret}`, "-A", "scram-sha-256"];
      const sync = this.#settings.fsync === "off" ? ["--no-sync"] : [];
      const options = [...access, ...locale, ...sync, "--data-checksums", "--no-instructions"];
      await this.#program("initdb", ["-D", growing, ...options], this.#signal);
      await rename(growing, data).catch((error: NodeJS.ErrnoException) => {
        // Another start of the same folder was quicker.
        if (!existsSync(join(data, "PG_VERSION"))) throw error;
      });
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw new StartError(`PostgreSQL cannot make its folder ${data}: ${complaint(error, programs)}.`);
    } finally {
      await Promise.all([rm(growing, { recursive: true, force: true }), rm(secret, { force: true })]);
    }
  }

  /** The port of the server that runs on this folder, also one left over by a crash of ours; null when none does. */
  async findPort(): Promise<number | null> {
    const file = join(this.#place.data, "postmaster.pid");
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
    const pid = Number(lines[0]);
    if (!pid || !isAlive(pid)) return null;
    if (await this.#isPostmaster(pid)) return Number(lines[3]);
    // After a reboot or in a container the number may belong to anyone; PostgreSQL would take it for its own twin.
    await rm(file, { force: true });
    return null;
  }

  /**
   * Starts the server on this port of 127.0.0.1.
   * @returns false when the port was taken or the last server's processes are still ending: worth another try
   * @throws StartError when PostgreSQL refuses for any other reason
   */
  async start(port: number): Promise<boolean> {
    const log = join(this.#place.data, "server.log");
    // A log of its own per start tells the reason of this start's failure; the one before stays for the curious.
    await rename(log, `${log}.1`).catch(() => undefined);
    const settings = { ...this.#settings, port, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    try {
      // pg_ctl gives the server a session of its own: Ctrl-C in our terminal does not reach it before we stop it.
      await this.#ctl(["-w", "-t", "60", "-l", log, "-o", options.join(" "), "start"], this.#signal);
      return true;
    } catch (error) {
      if (this.#signal?.aborted) await this.stop();
      this.#signal?.throwIfAborted();
      const reasons = await readFile(log, "utf8").catch(() => "");
      if (/could not bind|Address already in use|still in use|lock file .* already exists/.test(reasons)) return false;
      const fatal = reasons.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? complaint(error, this.#place.programs);
      throw new StartError(`PostgreSQL does not start on ${this.#place.data}: ${fatal} (see ${log}).`);
    }
  }

  /** Stops the server: sessions are cut, what is committed is on disk. */
  async stop(): Promise<void> {
    try {
      await this.#ctl(["-m", "fast", "-w", "-t", "30", "stop"]);
    } catch (error) {
      if ((await this.findPort()) === null) return;
      await this.#ctl(["-m", "immediate", "-w", "stop"]).catch(() => {
        throw error;
      });
    }
  }

  async #checkVersion(): Promise<void> {
    const { data, programs } = this.#place;
    const [made, program] = await Promise.all([
      readFile(join(data, "PG_VERSION"), "utf8"),
      run(join(programs, "bin", "postgres"), ["--version"], { cwd: "/" }),
    ]);
    const version = program.stdout.match(/ (\d+)/)?.[1];
    if (made.trim() === version) return;
    throw new StartError(`${data} was written by PostgreSQL ${made.trim()}, this is ${version}: dump and restore it.`);
  }

  async #give(folder: string, secret: string): Promise<void> {
    const { user } = this.#place;
    if (!user) return;
    await mkdir(folder, { mode: 0o700 });
    await Promise.all([folder, secret].map((path) => chown(path, user.uid, user.gid)));
  }

  async #isPostmaster(pid: number): Promise<boolean> {
    const command =
      process.platform === "linux"
        ? await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
        : (await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }))).stdout;
    return command.includes(this.#place.data);
  }

  #ctl(args: string[], signal?: AbortSignal): Promise<unknown> {
    return this.#program("pg_ctl", ["-D", this.#place.data, ...args], signal);
  }

  #program(name: string, args: string[], signal?: AbortSignal): Promise<unknown> {
    const passedOn = Object.entries(process.env).filter(([variable]) => !ofWhoStartsUs.test(variable));
    const env = { ...Object.fromEntries(passedOn), LC_ALL: "C" };
    return run(join(this.#place.programs, "bin", name), args, {
      cwd: "/",
      env,
      ...this.#place.user,
      ...(signal && { signal }),
    });
  }
}

/** Variables that would change how PostgreSQL works: its own (PGOPTIONS, PGPORT…), language, zone and libraries. */
const ofWhoStartsUs = /^(PG|LC_|LANG|TZ$|LD_LIBRARY_PATH$)/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A program's own error message; the lines after it tell of tidying up. */
function complaint(error: unknown, programs: string): string {
  const { stderr, code, message } = error as { stderr?: string; code?: unknown; message: string };
  if (code === "ENOENT" || code === "EACCES" || code === "EPERM") return `${programs} cannot be run (${code})`;
  const lines = stderr?.trim().split("\n") ?? [];
  const line = lines.find((said) => /\b(FATAL|PANIC|error):/.test(said)) ?? (lines.at(-1) || message);
  return line.replace(/^.*?: +(error: +)?/, "").replace(/\.$/, "");
}

/** For a small machine that PostgreSQL shares with the server and its owner's other programs. */
function defaultSettings(): Settings {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 2 ** 20;
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max(memory * share, least), most))}MB`;
  return {
    shared_buffers: megabytes(1 / 8, 64, 512),
    effective_cache_size: megabytes(1 / 2, 256, 16_384),
    maintenance_work_mem: megabytes(1 / 32, 32, 256),
    work_mem: "16MB",
    max_connections: 100,
    random_page_cost: 1.1,
    // Our statements are short: compiling them costs more than it brings.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // Neither statements nor the values of a violated key belong into a log: they are people's data.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
}
