import { AsyncLocalStorage } from "node:async_hooks";
import { connect } from "node:net";
import { GraphQLError } from "graphql";
import type { Pool, PoolClient, QueryConfig, QueryResult } from "pg";

/** Whoever asked for what runs now. The signal is aborted when they leave before the answer; writes have none. */
export const caller = new AsyncLocalStorage<{ left: AbortSignal | null }>();

/** Sends statements of a pool, and calls off those that nobody waits for any more. */
export const callingOff = (pool: Pool) => ({
  query(statement: QueryConfig): Promise<QueryResult> {
    const left = caller.getStore()?.left;
    return left ? queryUntil(left, pool, statement) : pool.query(statement);
  },
});

const nobodyWaits = () => new GraphQLError("Nobody waits for the answer", { extensions: { code: "BAD_REQUEST" } });

async function queryUntil(left: AbortSignal, pool: Pool, statement: QueryConfig): Promise<QueryResult> {
  if (left.aborted) throw nobodyWaits();
  const client = await pool.connect();
  let calledOff: Promise<void> | undefined;
  const callOff = () => {
    calledOff = cancel(client);
  };
  left.addEventListener("abort", callOff);
  let broken: Error | undefined;
  try {
    if (left.aborted) throw nobodyWaits();
    return await client.query(statement);
  } catch (error) {
    if (left.aborted) throw nobodyWaits();
    broken = error as Error;
    throw error;
  } finally {
    left.removeEventListener("abort", callOff);
    // Not before: it would meet the next statement of the connection.
    await calledOff;
    client.release(broken);
  }
}

/** What `pg` knows of a connection and does not type. */
type Session = PoolClient & { host: string; port: number; processID: number; secretKey: number };

const CANCEL_REQUEST = 80_877_102;
const LIMIT_MS = 2000;

/** PostgreSQL hears of it on a connection without a session, and closes that once the statement has its signal. */
function cancel(client: PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as Session;
  const message = Buffer.from(Int32Array.of(16, CANCEL_REQUEST, processID, secretKey).buffer).swap32();
  return new Promise((resolve) => {
    const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(LIMIT_MS, () => socket.destroy());
    socket.on("error", () => undefined).on("close", () => resolve());
    socket.resume().end(message);
  });
}
