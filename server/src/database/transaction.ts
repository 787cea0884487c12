import { Kysely, PostgresDialect } from "kysely";
import type { Pool, PoolClient, QueryConfig, QueryResult } from "pg";
import type { Database } from "./tables.ts";

/** Statements that go ahead of the first one, and together with the commit. */
interface Ends {
  first: string;
  last: string;
}

/**
 * A transaction of few messages. Its beginning goes out with its first statement, the commit with the one that reads the
 * answer, and so does whatever else is sent before this process turns to something else. Its pool does not wait for
 * answers (`pipeline`).
 */
export class Transaction {
  /** Sends its statements. */
  readonly sql: Kysely<Database>;
  private begun: Promise<unknown> | undefined;
  private ended: Promise<QueryResult[]> | undefined;
  private isEnding = false;
  private isOver = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly ends: Ends,
  ) {
    const connection = { query: (text: string, values: unknown[]) => this.query({ text, values }), release() {} };
    const pool = { connect: async () => connection, end: async () => {} };
    this.sql = new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool as never }) });
  }

  /**
   * Does some work in a transaction and reads the answer to it by one statement at most; what throws rolls it back.
   * @returns the answer, and the rows of the last statement
   */
  static async run<T, A>(
    pool: Pool,
    ends: Ends,
    work: (transaction: Transaction) => Promise<T>,
    read: (result: T, transaction: Transaction) => Promise<A>,
  ): Promise<{ answer: A; rows: unknown[] }> {
    const client = await pool.connect();
    const transaction = new Transaction(client, ends);
    let isLost = false;
    try {
      const result = await work(transaction);
      transaction.isEnding = true;
      const answer = await read(result, transaction);
      return { answer, rows: await transaction.end() };
    } catch (error) {
      isLost = !(await transaction.rollBack());
      throw error;
    } finally {
      client.release(isLost);
    }
  }

  async query(statement: QueryConfig): Promise<QueryResult> {
    if (this.ended || this.isOver) throw new Error("The transaction has ended");
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    this.begun ??= this.client.query(`begin; ${this.ends.first}`);
    const result = this.client.query(statement);
    if (this.isEnding) this.sendEnd();
    return (await Promise.all([this.begun, result]))[1];
  }

  private async end(): Promise<unknown[]> {
    this.isOver = true;
    if (!this.begun) return [];
    const [last] = await (this.ended ?? this.sendEnd());
    return last?.rows ?? [];
  }

  private sendEnd(): Promise<QueryResult[]> {
    const ended = this.client.query(`${this.ends.last}; commit`) as unknown as Promise<QueryResult[]>;
    // The statement before it says what was wrong.
    ended.catch(() => {});
    this.ended = ended;
    return ended;
  }

  /** @returns whether the connection can be used by others */
  private async rollBack(): Promise<boolean> {
    this.isOver = true;
    if (!this.begun) return true;
    return this.client.query("rollback").then(
      () => true,
      () => false,
    );
  }
}
