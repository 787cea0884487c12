import { EventEmitter, on } from "node:events";
import pg from "pg";
import type { Logger } from "pino";

const CHANNEL = "clientela";
const COALESCE_MS = 25;
/** Foreign writers (a console, an older process) do not notify; this finds what they wrote. */
const POLL_MS = 1000;
const RECONNECT_MS = 500;
/** What does not answer by then is taken for lost: a broken line may say nothing for hours. */
const CONNECT_LIMIT_MS = 10_000;
const ANSWER_LIMIT_MS = 20_000;

/** What lives in memory and must be read again when it changed. */
export type ReferenceTopic = "people" | "tags" | "lists" | "fields" | "kinds" | "settings" | "access";

/**
 * What was committed anywhere, told to this process within a few milliseconds.
 *
 * Nothing notifies inside a writing transaction, for NOTIFY makes commits queue; the process that committed sends one
 * notification per 25 ms. Each listener then reads the ledger on from the snapshot it last read: an entry is new when it
 * is visible now and was not then. Commits out of order, long transactions and lost notifications leave no gap.
 */
export class Live {
  private readonly entries = new EventEmitter().setMaxListeners(0);
  private readonly revisions = new EventEmitter().setMaxListeners(0);
  private readonly notifications = new EventEmitter().setMaxListeners(0);
  private readonly references = new EventEmitter().setMaxListeners(0);
  private connection: pg.Client | undefined;
  private snapshot: string | undefined;
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private announcement: NodeJS.Timeout | undefined;
  private poll: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Topics whose readers failed: they are told again with the next news. */
  private readonly owed = new Set<ReferenceTopic>();
  /** What fails at the moment, since when and how often. */
  private readonly troubles = new Map<Part, { since: number; failures: number }>();
  private failures = 0;
  private asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly log: Pick<Logger, "warn" | "info">,
  ) {}

  async start(): Promise<void> {
    await this.connect();
    this.poll = setInterval(() => void this.catchUp().catch(() => {}), POLL_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearTimeout(this.announcement);
    await this.reading?.catch(() => {});
    await this.connection?.end();
  }

  /** Called after a commit. Tells every process, soon and once for many. */
  committed(): void {
    this.announcement ??= setTimeout(() => {
      this.announcement = undefined;
      this.ask({ text: `notify ${CHANNEL}` }).catch(() => {});
    }, COALESCE_MS);
  }

  /** Resolves when this process knows of all that was committed before the call. */
  catchUp(): Promise<void> {
    if (!this.reading) {
      this.reading = this.readOrTell().finally(() => {
        this.reading = undefined;
      });
      return this.reading;
    }
    this.next ??= this.reading
      .catch(() => {})
      .then(() => {
        this.next = undefined;
        return this.catchUp();
      });
    return this.next;
  }

  /** The ids of the entries added to a client from now on, each once and in order of their commits, until aborted. */
  entriesOf(clientId: string, signal: AbortSignal): AsyncIterable<[id: string]> {
    return on(this.entries, clientId, { signal }) as unknown as AsyncIterable<[id: string]>;
  }

  /** The same of the revisions of its manual entries: each edit, deletion and restoration. */
  revisionsOf(clientId: string, signal: AbortSignal): AsyncIterable<[id: string]> {
    return on(this.revisions, clientId, { signal }) as unknown as AsyncIterable<[id: string]>;
  }

  /** The same of what a person is told. */
  notificationsOf(userId: string, signal: AbortSignal): AsyncIterable<[id: string]> {
    return on(this.notifications, userId, { signal }) as unknown as AsyncIterable<[id: string]>;
  }

  /** Whether news arrive and were dealt with; while they are not, nothing kept in memory may be trusted to be current. */
  get current(): boolean {
    return this.connection !== undefined && this.owed.size === 0;
  }

  /** For whoever watches over the process: what fails now, and how often anything has since the start. */
  get health(): { current: boolean; failing: string[]; failures: number } {
    return { current: this.current, failing: [...this.troubles.keys()], failures: this.failures };
  }

  /** Runs before `catchUp` resolves, whenever something of the topic may have changed. */
  onReference(topic: ReferenceTopic, changed: () => Promise<void> | void): void {
    this.references.on(topic, (pending: (Promise<void> | void)[]) => pending.push(changed()));
  }

  private async connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: this.url,
      application_name: "clientela live",
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    connection.on("notification", () => void this.catchUp().catch(() => {}));
    connection.on("error", (error) => this.lost(connection, error));
    connection.on("end", () => this.lost(connection));
    try {
      await connection.connect();
      await connection.query(`listen ${CHANNEL}`);
      const { rows } = await connection.query<{ now: string }>("select pg_current_snapshot()::text as now");
      if (this.stopped) return connection.end();
      this.snapshot ??= rows[0]?.now;
    } catch (error) {
      connection.end().catch(() => {});
      throw error;
    }
    this.connection = connection;
    this.recovered("connection");
  }

  /** One statement after the other, as a connection takes them. */
  private ask<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    const answer = this.asked.then(() => {
      if (!this.connection) throw new Error("Not connected");
      return this.connection.query<R>(statement);
    });
    this.asked = answer.catch(() => {});
    return answer;
  }

  private lost(connection: pg.Client, error?: Error): void {
    if (this.stopped || this.connection !== connection) return;
    this.connection = undefined;
    connection.end().catch(() => {});
    this.failed("connection", error);
    const again = () => {
      if (this.stopped) return;
      this.connect().then(
        () => void this.catchUp().catch(() => {}),
        (cause: unknown) => {
          this.failed("connection", cause);
          setTimeout(again, RECONNECT_MS);
        },
      );
    };
    setTimeout(again, RECONNECT_MS);
  }

  private async readOrTell(): Promise<void> {
    const { connection } = this;
    if (!connection || this.stopped) return;
    try {
      await this.read();
      this.recovered("ledger");
    } catch (error) {
      // All but a refusal of the statement puts the line itself in doubt.
      if (error instanceof pg.DatabaseError && error.severity !== "FATAL") this.failed("ledger", error);
      else this.lost(connection, error as Error);
      throw error;
    }
  }

  private async read(): Promise<void> {
    const { rows } = await this.ask<{
      now: string;
      topics: ReferenceTopic[];
      entries: [string, string][];
      revisions: [string, string][];
      notifications: [string, string][];
    }>({
      name: "live",
      text: NEWS,
      values: [this.snapshot, ...[this.entries, this.revisions, this.notifications].map(followed)],
    });
    const news = rows[0];
    if (!news) return;
    await Promise.all([...new Set([...this.owed, ...news.topics])].map((topic) => this.tell(topic)));
    this.snapshot = news.now;
    for (const [clientId, id] of news.entries) this.entries.emit(clientId, id);
    for (const [clientId, id] of news.revisions) this.revisions.emit(clientId, id);
    for (const [userId, id] of news.notifications) this.notifications.emit(userId, id);
  }

  /** One topic that fails, or does not end, holds back no other and no entry. */
  private async tell(topic: ReferenceTopic): Promise<void> {
    const pending: Promise<void>[] = [];
    this.owed.add(topic);
    try {
      this.references.emit(topic, pending);
      await within(ANSWER_LIMIT_MS, Promise.all(pending));
      this.owed.delete(topic);
      this.recovered(topic);
    } catch (error) {
      this.failed(topic, error);
    }
  }

  private failed(what: Part, err: unknown): void {
    this.failures++;
    const known = this.troubles.get(what);
    if (known) known.failures++;
    else {
      this.troubles.set(what, { since: Date.now(), failures: 1 });
      this.log.warn({ err, what }, "news do not arrive; tried again until they do");
    }
  }

  private recovered(what: Part): void {
    const trouble = this.troubles.get(what);
    if (!trouble) return;
    this.troubles.delete(what);
    this.log.info({ what, failures: trouble.failures, ms: Date.now() - trouble.since }, "news arrive again");
  }
}

/** What of the news may fail by itself. */
type Part = "connection" | "ledger" | ReferenceTopic;

/** `on` listens for errors as well, and "error" is no client's id. */
const followed = (emitter: EventEmitter) => emitter.eventNames().filter((name) => name !== "error");

const isNew = `xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)`;
const NEWS = `
  select pg_current_snapshot()::text as now,
    (select coalesce(json_agg(distinct topic), '[]') from reference_change where ${isNew}) as topics,
    (select coalesce(json_agg(json_build_array(client_id, id) order by xid, id), '[]')
      from timeline_entry where ${isNew} and client_id = any($2::uuid[])) as entries,
    (select coalesce(json_agg(json_build_array(entry.client_id, news.id) order by news.xid, news.id), '[]')
      from (select id, entry_id, xid from timeline_revision where ${isNew}) news
      join timeline_entry entry on entry.id = news.entry_id and entry.client_id = any($3::uuid[])) as revisions,
    (select coalesce(json_agg(json_build_array(user_id, id) order by xid, id), '[]')
      from notification where ${isNew} and user_id = any($4::uuid[])) as notifications`;

/**
 * A generator that ends when its reader leaves. By itself a generator that waits for its next value hears of `return`
 * only once that value has come, and would listen until then.
 */
export function untilLeft<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const left = new AbortController();
  const source = make(left.signal);
  const end = { done: true, value: undefined } as const;
  return {
    async next() {
      try {
        return await source.next();
      } catch (error) {
        if (left.signal.aborted) return end;
        // Whatever it listens to must not outlive it, and nobody calls `return` after an error.
        left.abort();
        throw error;
      }
    },
    async return() {
      left.abort();
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function within(limit: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${limit} ms`)), limit);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
