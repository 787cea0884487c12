import type { Pool, PoolClient } from "pg";

/**
 * Gives a connection that is lost in use back to its pool, which replaces it. Its user does not: a transaction that can
 * neither commit nor roll back keeps it. Ten such would end all writing.
 */
export function giveBackLost(pool: Pool): void {
  pool.on("acquire", (client) => {
    // Its `release` is made just after this event, and before anybody gets it.
    queueMicrotask(() => releaseOnEnd(client));
  });
}

function releaseOnEnd(client: PoolClient): void {
  const { release } = client;
  let released = false;
  const releaseOnce = (error?: Error | boolean) => {
    if (released) return;
    released = true;
    client.off("end", ended);
    release(error);
  };
  const ended = () => releaseOnce(true);
  client.release = releaseOnce;
  client.once("end", ended);
}
