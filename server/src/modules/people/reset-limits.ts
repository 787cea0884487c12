import type { Pool } from "pg";
import type { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Core } from "../../context.ts";
import { onceFor } from "../../core/once-for.ts";
import { rateLimiter, refuseTooMany } from "../../core/rate-limit.ts";

const WINDOW_S = 15 * 60;
const REQUESTS_OF_ADDRESS = 20;

/** How often one address may ask for links of forgotten passwords, over all processes. */
class ResetLimits {
  private readonly limiter: RateLimiterPostgres;

  constructor(pool: Pool) {
    this.limiter = rateLimiter(pool, { keyPrefix: "reset", points: REQUESTS_OF_ADDRESS, duration: WINDOW_S });
  }

  /** @throws RATE_LIMITED with `retryAfterSeconds` */
  count(ip: string): Promise<void> {
    return refuseTooMany(this.limiter, ip);
  }
}

export const resetLimits = onceFor(({ pool }: Core) => new ResetLimits(pool));
