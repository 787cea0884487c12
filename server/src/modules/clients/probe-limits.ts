import type { Pool } from "pg";
import type { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import { rateLimiter, refuseTooMany } from "../../core/rate-limit.ts";

/** Enough for a person who types all day. Walking through a country's numbers takes a hundred times as many. */
const PROBES = 300;
const WINDOW_S = 10 * 60;

/** How many times a person, or a program, may ask whether a client exists, over all processes. */
class ProbeLimits {
  private readonly probes: RateLimiterPostgres;

  constructor(pool: Pool) {
    this.probes = rateLimiter(pool, { keyPrefix: "probe", points: PROBES, duration: WINDOW_S });
  }

  /** @throws RATE_LIMITED with `retryAfterSeconds` after 300 in ten minutes */
  count(userId: string): Promise<void> {
    return refuseTooMany(this.probes, userId);
  }

  /**
   * Runs a write whose answer tells whether a client exists. It counts before it runs, so that many at once get no more
   * answers than one after the other. A write that succeeds is forgiven: it leaves a trace.
   * @throws RATE_LIMITED; what `write` throws
   */
  async guard<T>(userId: string, write: () => Promise<T>): Promise<T> {
    await this.count(userId);
    const result = await write();
    await this.probes.reward(userId);
    return result;
  }
}

export const probeLimits = onceFor(({ pool }: Core) => new ProbeLimits(pool));
