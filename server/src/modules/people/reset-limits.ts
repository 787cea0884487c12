import type { Pool } from "pg";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import type { Core } from "../../context.ts";
import { AppError } from "../../core/errors.ts";
import { onceFor } from "../../core/once-for.ts";

const WINDOW_S = 15 * 60;
const REQUESTS_OF_ADDRESS = 20;

/** How often one address may ask for links of forgotten passwords, over all processes. */
class ResetLimits {
  private readonly limiter: RateLimiterPostgres;

  constructor(pool: Pool) {
    this.limiter = new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: "reset",
      points: REQUESTS_OF_ADDRESS,
      duration: WINDOW_S,
    });
  }

  /** @throws RATE_LIMITED with `retryAfterSeconds` */
  async count(ip: string): Promise<void> {
    try {
      await this.limiter.consume(ip);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const seconds = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
      const params = { minutes: Math.ceil(seconds / 60) };
      throw new AppError("RATE_LIMITED", { key: "errors.tooManyTries", params }, [], { retryAfterSeconds: seconds });
    }
  }
}

export const resetLimits = onceFor(({ pool }: Core) => new ResetLimits(pool));
