import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import type { Logger as Log } from "pino";
import { z } from "zod";
import type { Database } from "../database/tables.ts";

const CONCURRENCY = 4;
/** A stopping server then tells a running job to give up; the job is done again later. */
const ABORT_MS = 1000;
const SWEEP_MS = 5000;
const RESTART_MS = 1000;
/** Any number not used for another kind of advisory lock of this database. */
const ALIVE = 20_261_122;

/** One execution of a job. */
export interface Attempt {
  /** From 1. */
  number: number;
  /** Aborted when the server stops and cannot wait any longer. */
  signal: AbortSignal;
}

/**
 * Work that is done after the transaction which asked for it, outside of any request. It must bear being done twice: a
 * process may end between the work and the note of it.
 */
export interface Job<World, Payload extends object> {
  /** Never changes, for rows hold it: `message.send`. */
  readonly name: string;
  /** The rules of a row's payload: another version may have written it, so newer fields may be absent. */
  readonly payload: z.ZodType<Payload>;
  run(world: World, payload: Payload, attempt: Attempt): Promise<void>;
}

/** The payload of a job that is told nothing. */
export const noPayload = z.object({});

/** A job that is due again and again. */
export interface Recurring<World> {
  job: Job<World, object>;
  /** Minute, hour, day, month, weekday, in UTC. */
  at: string;
}

/** When a job runs, and under which key it is known. */
export interface Due {
  /** Absent: as soon as the transaction commits. A moment, which no change of clocks moves. */
  runAt?: Date;
  /** A waiting job of the same key is replaced. */
  key?: string;
}

/**
 * Enqueues a job as part of the transaction: after a rollback there is none. It runs after the commit, at once or when
 * due. A failed one is tried again, later each time, up to 25 times in three days.
 */
export async function enqueue<Payload extends object>(
  transaction: Kysely<Database>,
  job: Pick<Job<never, Payload>, "name" | "payload">,
  payload: Payload,
  { runAt, key }: Due = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json,
    run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null})`.execute(transaction);
}

/** Brings the queue's own tables, in the schema `graphile_worker`, to what this version needs. */
export const migrateJobs = (connectionString: string): Promise<void> =>
  runMigrations({ connectionString, logger: loggerTo(undefined) });

interface Options<World> {
  databaseUrl: string;
  log: Log;
  world: World;
  jobs: readonly Job<World, object>[];
  recurring: readonly Recurring<World>[];
}

/**
 * Does the jobs of the database, next to other processes that do so too.
 *
 * A killed process leaves its jobs locked, and the queue would wait four hours for it. So each process holds an
 * advisory lock while it lives, and frees the jobs of processes that hold none.
 */
export class Jobs<World> {
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  private suspects: string[] = [];
  /** Jobs that failed and are tried again, and those that are not. As last seen. */
  health = { failing: 0, givenUp: 0 };
  private stopped = false;

  /** @throws Error when two jobs have the same name */
  constructor(private readonly options: Options<World>) {
    const names = options.jobs.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`Two jobs are called ${twice}`);
  }

  async start(): Promise<void> {
    const { databaseUrl, log } = this.options;
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max: CONCURRENCY,
      application_name: "clientela jobs",
    });
    // A connection that breaks is replaced; unheard, its error would end the process.
    pool.on("error", () => {});
    pool.on("connect", (connection) => connection.on("error", () => {}));
    this.pool = pool;
    await this.work(pool);
    this.sweeping = setInterval(() => {
      this.lookAround(pool).catch((err: unknown) => log.warn({ err }, "no look at the jobs"));
    }, SWEEP_MS);
  }

  /** Takes no more jobs and waits for the running ones. A job that does not end in time is left to the next process. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeping);
    await this.runner?.stop().catch(() => {});
    await this.pool?.end();
  }

  private async work(pool: pg.Pool): Promise<void> {
    const { log, recurring } = this.options;
    const events: WorkerEvents = new EventEmitter();
    const ended = new AbortController();
    events.once("pool:create", ({ workerPool }) => void this.stayAlive(workerPool.id, ended.signal));
    events.on("job:error", ({ job, error }) =>
      log.warn({ err: error, job: job.task_identifier, attempt: job.attempts }, "a job failed"),
    );
    const runner = await run({
      pgPool: pool,
      events,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(
        recurring.map(({ job, at }) => ({ task: job.name, match: at, identifier: job.name })),
      ),
      concurrency: CONCURRENCY,
      gracefulShutdownAbortTimeout: ABORT_MS,
      noHandleSignals: true,
      logger: loggerTo(log),
    });
    this.runner = runner;
    runner.promise
      .catch((err: unknown) => log.error({ err }, "the work on jobs ended"))
      .finally(() => ended.abort())
      .then(() => this.workAgain(pool))
      .catch((err: unknown) => log.error({ err }, "the work on jobs does not start"));
  }

  private async workAgain(pool: pg.Pool): Promise<void> {
    while (!this.stopped) {
      await sleep(RESTART_MS, undefined, { ref: false });
      if (this.stopped) return;
      try {
        return await this.work(pool);
      } catch (err) {
        this.options.log.warn({ err }, "the work on jobs does not start");
      }
    }
  }

  private tasks(): TaskList {
    const { jobs, world, log } = this.options;
    return Object.fromEntries(
      jobs.map((job) => [
        job.name,
        async (given, { job: row, abortSignal, query }) => {
          const { data: payload, error } = job.payload.safeParse(given);
          if (!payload) {
            log.error(
              { job: job.name, id: row.id, paths: pathsOf(error) },
              "a job's payload does not fit: it is given up",
            );
            // The queue has no other way to say so: no further attempt, and the row stays to be looked at.
            await query("update graphile_worker._private_jobs set max_attempts = attempts where id = $1", [row.id]);
            throw new Error(`its payload does not fit: ${pathsOf(error).join(", ")}`);
          }
          await job.run(world, payload, {
            number: row.attempts,
            signal: abortSignal ?? new AbortController().signal,
          });
        },
      ]),
    );
  }

  /** Holds the lock that tells others that this worker lives, and takes it again whenever its connection breaks. */
  private async stayAlive(id: string, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const client = new pg.Client({
        connectionString: this.options.databaseUrl,
        application_name: "clientela jobs",
        keepAlive: true,
      });
      const over = new Promise<void>((resolve) => {
        client.once("error", () => resolve());
        client.once("end", () => resolve());
        ended.addEventListener("abort", () => resolve(), { once: true });
      });
      try {
        await client.connect();
        await client.query("select pg_advisory_lock_shared($1, hashtext($2))", [ALIVE, id]);
        await over;
      } catch (err) {
        this.options.log.warn({ err }, "jobs: no connection to the database");
      }
      await client.end().catch(() => {});
      if (!ended.aborted) await sleep(RESTART_MS / 4, undefined, { ref: false });
    }
  }

  private async lookAround(pool: pg.Pool): Promise<void> {
    await this.sweep(pool);
    const { rows } = await pool.query<typeof this.health>(
      `select count(*) filter (where attempts < max_attempts)::int as failing,
        count(*) filter (where attempts >= max_attempts and locked_at is null)::int as "givenUp"
        from graphile_worker.jobs where last_error is not null`,
    );
    this.health = rows[0] as typeof this.health;
  }

  /** Gives back the jobs of a worker that was found dead twice: one found dead once may only be reconnecting. */
  private async sweep(pool: pg.Pool): Promise<void> {
    const { rows } = await pool.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs where locked_by is not null and not exists (
        select from pg_locks where locktype = 'advisory' and classid = $1 and objid = (hashtext(locked_by)::bigint & 4294967295)::oid
          and database = (select oid from pg_database where datname = current_database()))`,
      [ALIVE],
    );
    const dead = rows.map(({ id }) => id);
    const certain = dead.filter((id) => this.suspects.includes(id));
    this.suspects = dead;
    if (certain.length === 0) return;
    await pool.query("select graphile_worker.force_unlock_workers($1)", [certain]);
    this.options.log.warn({ workers: certain.length }, "jobs of a process that ended are done again");
  }
}

/** The queue's own words, without the job's payload; failures of jobs are told by our own line. */
const loggerTo = (log: Log | undefined) =>
  new Logger(() => (level, message, meta) => {
    if (meta?.failure || (level !== "error" && level !== "warning")) return;
    log?.warn({ said: message }, "job queue");
  });

/** The places where a payload does not fit, without its values. */
const pathsOf = (error: z.ZodError) => error.issues.map(({ path }) => path.join(".") || "all of it");
