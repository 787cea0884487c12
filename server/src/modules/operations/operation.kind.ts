import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Core } from "../../context.ts";
import type { Cause } from "../../core/causes.ts";
import type { Translate } from "../../core/text.ts";
import type { Viewer } from "../../core/viewer.ts";
import type { Database } from "../../database/tables.ts";

/** One transaction of an operation, with its viewer and the rights they have in it. */
export interface Work {
  core: Core;
  db: Kysely<Database>;
  viewer: Viewer;
  operationId: string;
}

/** The targets that one transaction takes up, in their order. */
export interface Chunk extends Work {
  targets: readonly { position: number; recordId: string | null }[];
}

/** A kind of long work: how a chunk is done and, beside it, how it is taken back. A job walks the chunks. */
export interface OperationKind<Payload extends object> {
  /** Never changes, for rows hold it: `TAG`. */
  readonly name: string;
  /** What the work is told. Another version may have written it. */
  readonly payload: z.ZodType<Payload>;
  /** Before the operation's id in the ledger. */
  readonly cause: Extract<Cause, "bulk" | "import">;
  /** Does a chunk, and writes the outcome of each target into its row, with what was there before. */
  apply(chunk: Chunk, payload: Payload): Promise<unknown>;
  /** Restores those of a chunk that nobody has changed since, and marks the rows: UNDONE, or the reason why not. */
  undo?(chunk: Chunk): Promise<unknown>;
  /** Part of the transaction that ends the work. */
  finished?(work: Work, payload: Payload): Promise<void>;
  /** Part of the transaction that ends an undo. */
  undone?(work: Work): Promise<void>;
  /** The name of the thing that the work puts, takes off or gives; null once it is gone. */
  subject?(core: Core, payload: Payload, translate: Translate): string | null;
}
