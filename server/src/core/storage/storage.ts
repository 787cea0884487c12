import type { Readable } from "node:stream";

/** Where the bytes of files are kept, under keys that we make. */
export interface FileStorage {
  /** The folder of this machine in which a file is written before it is kept. */
  readonly incoming: string;
  /** Takes a file of `incoming` over; it is gone from there. */
  keep(key: string, path: string): Promise<void>;
  /** @throws when there is none under this key */
  open(key: string): Promise<Readable>;
  /** One that is not there is no error. */
  remove(key: string): Promise<void>;
}

/** Whether a file could not be opened because there is none under its key. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code === "ENOENT" || error.name === "NoSuchKey");
