import type { IncomingMessage, ServerResponse } from "node:http";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Cause } from "./core/causes.ts";
import { unauthenticated } from "./core/errors.ts";
import type { Live } from "./core/live/live.ts";
import type { Reader } from "./core/read/reader.ts";
import type { FileStorage } from "./core/storage/storage.ts";
import type { Translate } from "./core/text.ts";
import type { Credential, Viewer } from "./core/viewer.ts";
import type { Database } from "./database/tables.ts";
import type { Env } from "./env.ts";

/** What one process has, made once. */
export interface Core {
  em: EntityManager;
  db: Kysely<Database>;
  pool: Pool;
  reader: Reader;
  live: Live;
  log: Logger;
  env: Env;
  storage: FileStorage;
  /** Without a slash at the end; every link we write begins with it. */
  publicUrl: string;
  /** Aborted once the process is told to stop: a request that only waits answers then. */
  leaving: AbortSignal;
}

/** What one request, or one operation over a socket, has. */
export interface Context {
  core: Core;
  /** Null when signed out. */
  viewer: Viewer | null;
  credential: Credential | null;
  /** Goes on as the credential's viewer; after signing in. */
  become(credential: Credential): Promise<void>;
  translate: Translate;
  /** The reader's own variant of their language, in which moments and numbers are written. */
  locale: string;
  log: Logger;
  requestId: string;
  /** The caller's address and browser, for sessions and limits. */
  caller: { ip: string; userAgent: string | null };
  /** Absent over a socket. */
  http: { req: IncomingMessage; res: ServerResponse } | undefined;
}

/**
 * Who asks.
 * @throws UNAUTHENTICATED when nobody is signed in; the gate of the root fields has refused that already.
 */
export function viewerOf({ viewer }: Pick<Context, "viewer">): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

/** Actor and cause that the ledger notes for a request's writes. */
export const writtenBy = (
  context: Pick<Context, "viewer" | "credential">,
  cause?: Cause,
): { actor: string; cause?: Cause } => ({
  actor: viewerOf(context).userId,
  ...(context.credential?.kind === "apiKey" && { cause: "api" }),
  ...(cause && { cause }),
});
