import { EventEmitter, on } from "node:events";
import pg from "pg";
import type { Logger } from "pino";

const CHANNEL = "clientela";
const COALESCE_MS = 25;
/** Foreign writers (a console, an older process) do not notify; this finds what they wrote. */
const POLL_MS = 1000;
const RECONNECT_MS = 500;

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
  private asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly log: Pick<Logger, "warn">,
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
      this.reading = this.read().finally(() => {
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

  /** Whether news arrive; while they do not, nothing kept in memory may be trusted to be current. */
  get connected(): boolean {
    return this.connection !== undefined;
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
    });
    connection.on("notification", () => void this.catchUp().catch(() => {}));
    connection.on("error", (error) => this.lost(connection, error));
    connection.on("end", () => this.lost(connection));
    await connection.connect();
    await connection.query(`listen ${CHANNEL}`);
    const { rows } = await connection.query<{ now: string }>("select pg_current_snapshot()::text as now");
    if (this.stopped) return connection.end();
    this.snapshot ??= rows[0]?.now;
    this.connection = connection;
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
    this.log.warn({ err: error }, "live connection lost");
    const again = () => {
      if (this.stopped) return;
      this.connect().then(
        () => void this.catchUp().catch(() => {}),
        () => void setTimeout(again, RECONNECT_MS),
      );
    };
    setTimeout(again, RECONNECT_MS);
  }

  private async read(): Promise<void> {
    if (!this.connection || this.stopped) return;
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
    const pending: Promise<void>[] = [];
    for (const topic of news.topics) this.references.emit(topic, pending);
    await Promise.all(pending);
    // Only now: news that could not be dealt with are news again.
    this.snapshot = news.now;
    for (const [clientId, id] of news.entries) this.entries.emit(clientId, id);
    for (const [clientId, id] of news.revisions) this.revisions.emit(clientId, id);
    for (const [userId, id] of news.notifications) this.notifications.emit(userId, id);
  }
}

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
