import { say } from "../../log.ts";

const EVERY_MS = 2_000;

/** Says now and then how far long work has come. */
export class Progress {
  #next = Date.now() + EVERY_MS;
  #bytes = 0;

  /** @param what is being worked on */
  async *through(what: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.add(what, chunk.length);
      yield chunk;
    }
  }

  add(what: string, bytes: number): void {
    this.#bytes += bytes;
    if (Date.now() < this.#next) return;
    this.#next = Date.now() + EVERY_MS;
    say(`  ${megabytes(this.#bytes)} so far: ${what}`);
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
