import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { isKey } from "../../core/storage/key.ts";
import { type FileStorage, isMissing } from "../../core/storage/storage.ts";
import { StartError } from "../../start-error.ts";
import type { ArchiveWriter } from "./archive.ts";
import { NOT_AS_SAID } from "./format.ts";
import type { Progress } from "./progress.ts";

const PAGE = 500;

interface FileRow {
  name: string;
  sha256: Buffer;
  storage_key: string;
  preview_key: string | null;
}

/** What became of the files of a backup. */
export interface CopiedFiles {
  files: number;
  /** Keys of those taken away for good since the moment of the backup. */
  gone: string[];
  /** Names of those that are lost or changed. */
  damaged: string[];
}

/**
 * Copies the bytes of all files that the transaction of `client` sees.
 * @param other a connection that sees what is now
 */
export async function copyFiles(
  archive: ArchiveWriter,
  client: pg.Client,
  other: pg.Client,
  storage: FileStorage,
  progress: Progress,
): Promise<CopiedFiles> {
  const result: CopiedFiles = { files: 0, gone: [], damaged: [] };
  if (!(await hasFiles(client))) return result;
  await client.query(
    "declare files no scroll cursor for select name, sha256, storage_key, preview_key from client_file where storage_key is not null",
  );
  for (;;) {
    const { rows } = await client.query<FileRow>(`fetch ${PAGE} from files`);
    if (rows.length === 0) return result;
    for (const row of rows) {
      const sha256 = await copyFile(row.storage_key);
      const preview = sha256 && row.preview_key ? await copyFile(row.preview_key) : "none";
      if (sha256 && preview) {
        if (!row.sha256.equals(Buffer.from(sha256, "hex"))) result.damaged.push(row.name);
      } else if (await isNowGone(row.storage_key)) result.gone.push(row.storage_key);
      else result.damaged.push(row.name);
    }
  }

  async function copyFile(key: string): Promise<string | null> {
    try {
      const bytes = await storage.open(key);
      const hash = createHash("sha256");
      const hashed = async function* () {
        for await (const chunk of progress.through("files", bytes)) {
          hash.update(chunk);
          yield chunk;
        }
      };
      await archive.add(`files/${key}`, hashed());
      result.files++;
      return hash.digest("hex");
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function isNowGone(key: string): Promise<boolean> {
    return (await other.query("select from client_file where storage_key = $1", [key])).rowCount === 0;
  }
}

const hasFiles = async (client: pg.Client): Promise<boolean> =>
  (await client.query("select to_regclass('client_file') is not null as made")).rows[0].made;

/** Brings files into the storage and, should the restoration fail, out of it again. */
export class FileReceiver {
  readonly #kept: string[] = [];
  #coming: string | undefined;

  constructor(private readonly storage: FileStorage) {}

  get count(): number {
    return this.#kept.length;
  }

  /** Where the bytes of a file go; the function that is answered ends it. */
  begin(key: string): { write: (bytes: Buffer) => Promise<void>; end: () => Promise<void> } {
    if (!isKey(key)) throw new StartError(NOT_AS_SAID);
    const path = join(this.storage.incoming, key);
    this.#coming = path;
    const file = createWriteStream(path, { mode: 0o600 });
    const written = finished(file);
    written.catch(() => undefined);
    return {
      async write(bytes) {
        if (!file.write(bytes)) await Promise.race([once(file, "drain"), written]);
      },
      end: async () => {
        file.end();
        await written;
        await this.storage.keep(key, path);
        this.#kept.push(key);
        this.#coming = undefined;
      },
    };
  }

  async takeBack(): Promise<void> {
    if (this.#coming) await rm(this.#coming, { force: true });
    for (const key of this.#kept) await this.storage.remove(key);
  }
}

/** What tidying up has done to files since the moment of the backup, done to their rows. */
export async function forgetGone(client: pg.Client, gone: string[]): Promise<void> {
  if (gone.length === 0) return;
  await client.query("delete from client_file where storage_key = any ($1) and kept_at is null", [gone]);
  await client.query("update client_file set storage_key = null, preview_key = null where storage_key = any ($1)", [
    gone,
  ]);
}
