import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished, PassThrough, type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileTypeFromFile } from "file-type";
import { type AppError, badInput } from "../../core/errors.ts";
import type { FileStorage } from "../../core/storage/storage.ts";
import { isPicture, PICTURE_MIME, toPreview } from "./picture.ts";

/** A picture larger than this is kept, but not drawn for the page. */
const MAX_PREVIEWED = 40 << 20;
const HEAD = 4096;

/** A file whose bytes are in the storage. */
export interface Received {
  key: string;
  previewKey: string | null;
  mime: string;
  size: number;
  sha256: Buffer;
}

/**
 * Brings a file from a stream into the storage, without holding it in memory. An upload that breaks off leaves nothing
 * behind.
 * @param limit in bytes
 * @throws BAD_USER_INPUT on `file` when it is empty, or longer than the limit, as soon as that is known
 */
export async function receive(storage: FileStorage, stream: Readable, limit: number): Promise<Received> {
  const key = randomUUID();
  const path = join(storage.incoming, key);
  const meter = new Meter(limit);
  try {
    await pipeline(apart(stream), meter, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    if (meter.size === 0) throw badInput({ path: "file", key: "errors.fileEmpty" });
    const mime = (await fileTypeFromFile(path))?.mime ?? mimeOfUnknown(meter.head);
    const preview = isPicture(mime) && meter.size <= MAX_PREVIEWED ? await previewOf(path) : null;
    const previewKey = preview && `${key}.webp`;
    if (preview && previewKey) {
      await writeFile(`${path}.webp`, preview, { mode: 0o600 });
      await storage.keep(previewKey, `${path}.webp`);
    }
    try {
      await storage.keep(key, path);
    } catch (error) {
      if (previewKey) await storage.remove(previewKey);
      throw error;
    }
    return { key, previewKey, mime, size: meter.size, sha256: meter.hash.digest() };
  } finally {
    await rm(path, { force: true });
    await rm(`${path}.webp`, { force: true });
  }
}

/** A stream's bytes in a stream of their own: a failure while writing leaves the request, and its connection, whole. */
function apart(stream: Readable): Readable {
  const bytes = new PassThrough();
  finished(stream, { writable: false }, (error) => error && bytes.destroy(error));
  return stream.pipe(bytes);
}

/** The error for a file that is longer than the limit, in bytes. */
export const tooLarge = (limit: number): AppError =>
  badInput({ path: "file", key: "errors.fileTooLarge", params: { max: limit >> 20 } });

/** The type of the preview of a picture. */
export const PREVIEW_MIME = PICTURE_MIME;

// A file that looks like a picture but cannot be drawn is a file like any other.
const previewOf = (path: string): Promise<Buffer | null> => toPreview(path).catch(() => null);

/** Counts and hashes what goes through, and stops at the limit. */
class Meter extends Transform {
  readonly hash = createHash("sha256");
  size = 0;
  head = Buffer.alloc(0);

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.size += chunk.length;
    if (this.size > this.limit) {
      done(tooLarge(this.limit));
      return;
    }
    this.hash.update(chunk);
    if (this.head.length < HEAD) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD - this.head.length)]);
    done(null, chunk);
  }
}

/** Formats without a signature are text, or anything. */
const mimeOfUnknown = (head: Buffer): string =>
  head.includes(0) || head.toString().slice(0, -4).includes("\ufffd") ? "application/octet-stream" : "text/plain";
