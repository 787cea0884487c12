import { createHash, type Hash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, type Pack, pack } from "tar-stream";
import { StartError } from "../../start-error.ts";

/** Bytes of a part: all that is held in memory of what may be of any size. */
const PART = 1 << 20;
const END = "end";

/** A piece of what is stored under a name; the pieces of a name follow each other. */
export interface Part {
  name: string;
  bytes: Buffer;
}

/**
 * A backup being written: a compressed tar file, whose entries are called `<name>/<number>-<SHA-256>`. The last one holds
 * the hash of all hashes. It grows beside its place and is there whole or not at all.
 */
export class ArchiveWriter {
  readonly #pack: Pack = pack();
  readonly #path: string;
  readonly #growing: string;
  readonly #written: Promise<void>;
  readonly #all: Hash = createHash("sha256");

  private constructor(path: string, growing: string, file: Writable, signal: AbortSignal) {
    this.#path = path;
    this.#growing = growing;
    this.#written = pipeline(this.#pack, createGzip({ level: 4 }), file, { signal });
    this.#written.catch(() => undefined);
  }

  /** @throws StartError when there is such a file */
  static async create(path: string, signal: AbortSignal): Promise<ArchiveWriter> {
    if (existsSync(path)) throw new StartError(`${path} exists already: give the backup another name.`);
    const growing = `${path}.${process.pid}.part`;
    const file = await open(growing, "wx", 0o600);
    return new ArchiveWriter(path, growing, file.createWriteStream({ flush: true }), signal);
  }

  async add(name: string, bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    let number = 0;
    for await (const part of inParts(bytes)) {
      const hash = createHash("sha256").update(part).digest("hex");
      await this.#entry(`${name}/${++number}-${hash}`, part);
    }
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.#entry(END, Buffer.from(`${this.#all.copy().digest("hex")}\n`));
    this.#pack.finalize();
    await this.#written;
    await rename(this.#growing, this.#path);
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#growing, { force: true });
  }

  async #entry(name: string, bytes: Buffer): Promise<void> {
    this.#all.update(`${name}\n`);
    const header = { name, size: bytes.length, mode: 0o600 };
    const taken = new Promise<void>((resolve, reject) => {
      this.#pack.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
    });
    try {
      await Promise.race([taken, this.#written]);
    } catch (error) {
      // What broke the file says more than the entry that it had no place for.
      await this.#written;
      throw error;
    }
  }
}

async function* inParts(source: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    for (let rest = chunk; rest.length; ) {
      const piece = rest.subarray(0, PART - size);
      rest = rest.subarray(piece.length);
      size += piece.length;
      waiting.push(piece);
      if (size < PART) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (size) yield Buffer.concat(waiting);
}

/**
 * The parts of a backup, each compared with its hash before it is handed out.
 * @throws StartError when it is no backup, was damaged, or is not whole
 */
export async function* readArchive(path: string): AsyncGenerator<Part> {
  const entries = extract();
  const all = createHash("sha256");
  let whole = false;
  const read = pipeline(createReadStream(path), createGunzip(), entries);
  read.catch(() => undefined);
  try {
    for await (const entry of entries) {
      if (whole) throw damaged(path);
      const bytes = await bytesOf(entry, path);
      if (entry.header.name === END) {
        whole = bytes.toString().trim() === all.digest("hex");
        if (!whole) throw damaged(path);
        continue;
      }
      const [, name, hash] = /^(.+)\/\d+-([\da-f]{64})$/.exec(entry.header.name) ?? [];
      if (!name || createHash("sha256").update(bytes).digest("hex") !== hash) throw damaged(path);
      all.update(`${entry.header.name}\n`);
      yield { name, bytes };
    }
    await read;
  } catch (error) {
    throw explain(error, path);
  } finally {
    entries.destroy();
  }
  if (!whole) throw damaged(path);
}

async function bytesOf(entry: Readable & { header: { size?: number | undefined } }, path: string): Promise<Buffer> {
  if ((entry.header.size ?? 0) > PART) throw damaged(path);
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const damaged = (path: string) => new StartError(`${path} is damaged or not whole: take another backup.`);

function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new StartError(`${path} does not exist.`);
  if (code === "EACCES" || code === "EISDIR") return new StartError(`${path} cannot be read.`);
  if (code?.startsWith("Z_") || /tar|end of data|unexpected end/i.test(error.message)) return damaged(path);
  return error;
}
