import type { Logger } from "pino";

/** The feeds that fail at the moment. The log tells the first failure and the end of each. */
export class Troubles {
  /** How often anything has failed since the start. */
  failures = 0;
  private readonly known = new Map<string, { since: number; failures: number }>();

  constructor(private readonly log: Pick<Logger, "warn" | "info">) {}

  has(part: string): boolean {
    return this.known.has(part);
  }

  get parts(): string[] {
    return [...this.known.keys()];
  }

  begin(part: string, err: unknown): void {
    this.failures++;
    const trouble = this.known.get(part);
    if (trouble) trouble.failures++;
    else {
      this.known.set(part, { since: Date.now(), failures: 1 });
      this.log.warn({ err, what: part }, "news do not arrive; tried again until they do");
    }
  }

  end(part: string): void {
    const trouble = this.known.get(part);
    if (!trouble) return;
    this.known.delete(part);
    this.log.info({ what: part, failures: trouble.failures, ms: Date.now() - trouble.since }, "news arrive again");
  }
}
