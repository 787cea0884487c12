import pg from "pg";
import type { Troubles } from "./troubles.ts";

const CHANNEL = "clientela";
const RECONNECT_MS = 500;
/** A connection that does not answer by then is taken for lost: a broken line may say nothing for hours. */
const CONNECT_LIMIT_MS = 10_000;
const ANSWER_LIMIT_MS = 20_000;
/** News take milliseconds. A statement that takes this long is refused before the line is taken for lost. */
const STATEMENT_LIMIT_MS = 5000;
/** A migration that changes a table keeps its readers waiting, and nobody else for longer than this. */
const LOCK_LIMIT_MS = 1000;

/** The connection over which processes tell each other that something was committed. It is made anew when it breaks. */
export class Connection {
  private client: pg.Client | undefined;
  private asked: Promise<unknown> = Promise.resolve();
  private stopped = false;

  /** @param heard called when somebody has told, or may have while nobody listened */
  constructor(
    private readonly url: string,
    private readonly troubles: Troubles,
    private readonly heard: () => void,
  ) {}

  get open(): boolean {
    return this.client !== undefined;
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "clientela live",
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    client.on("notification", this.heard);
    client.on("error", (error) => this.lost(client, error));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(
        `set statement_timeout = ${STATEMENT_LIMIT_MS}; set lock_timeout = ${LOCK_LIMIT_MS}; listen ${CHANNEL}`,
      );
      if (this.stopped) return client.end();
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    this.client = client;
    this.troubles.end("connection");
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  tellOthers(): void {
    this.ask({ text: `notify ${CHANNEL}` }).catch(() => {});
  }

  /** One statement after the other, as a connection takes them. */
  ask<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    const answer = this.asked.then(() => this.send<R>(statement));
    this.asked = answer.catch(() => {});
    return answer;
  }

  private async send<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    const { client } = this;
    if (!client) throw new Error("Not connected");
    try {
      return await client.query<R>(statement);
    } catch (error) {
      if (!isRefusal(error)) this.lost(client, error);
      throw error;
    }
  }

  private lost(client: pg.Client, error?: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => {});
    this.troubles.begin("connection", error);
    const again = () => {
      if (this.stopped) return;
      this.start().then(this.heard, (cause: unknown) => {
        this.troubles.begin("connection", cause);
        setTimeout(again, RECONNECT_MS);
      });
    };
    setTimeout(again, RECONNECT_MS);
  }
}

/** Whether an error is about a statement. All others put the line itself in doubt. */
export const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity !== "FATAL";
