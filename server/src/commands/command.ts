import type { Logger } from "pino";
import { reachEmbedded } from "../database/embedded.ts";
import type { Env } from "../env.ts";

/** What a command is given. */
export interface Command {
  env: Env;
  args: string[];
  log: Logger;
  /** Aborted when it is told to stop. */
  signal: AbortSignal;
}

/** Runs work on the business's database; its server may be running. */
export async function withDatabase<T>(env: Env, work: (url: string) => Promise<T>): Promise<T> {
  if (env.databaseUrl) return work(env.databaseUrl);
  const database = await reachEmbedded(env.dataDir);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
