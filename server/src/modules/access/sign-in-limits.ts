import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Core } from "../../context.ts";
import type { AppError } from "../../core/errors.ts";
import { onceFor } from "../../core/once-for.ts";
import { countTry, rateLimiter, tooManyTries } from "../../core/rate-limit.ts";
import { hashOfSecret } from "../../core/secrets.ts";

const WINDOW_S = 15 * 60;
const TRIES_OF_ACCOUNT = 8;
const TRIES_OF_ADDRESS = 60;
const FIRST_DELAY_MS = 50;

/** Whose tries are counted together. */
export interface Trier {
  email: string;
  ip: string;
  /** By `knownBrowser`: nobody else tries in it. */
  browser: string | null;
}

/**
 * Slows failed sign-ins down and then locks them for 15 minutes, over all processes. A browser in which the account has
 * signed in before is counted by itself. All others are counted by account and by address. An unknown account counts
 * like a known one, so that nobody learns which exist.
 */
class SignInLimits {
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;
  private readonly browser: RateLimiterPostgres;

  constructor(pool: Pool) {
    const store = { duration: WINDOW_S, blockDuration: WINDOW_S };
    this.account = rateLimiter(pool, { ...store, keyPrefix: "account", points: TRIES_OF_ACCOUNT });
    this.address = rateLimiter(pool, { ...store, keyPrefix: "address", points: TRIES_OF_ADDRESS });
    this.browser = rateLimiter(pool, { ...store, keyPrefix: "browser", points: TRIES_OF_ACCOUNT });
  }

  /**
   * Runs a check of a secret; a failure counts, a success forgives.
   * @throws RATE_LIMITED without running it while locked, with `retryAfterSeconds`; else what `failure` makes
   */
  async guard(trier: Trier, check: () => Promise<boolean>, failure: () => AppError): Promise<void> {
    const counters = this.countersOf(trier);
    const before = await Promise.all(counters.map(({ limiter, key }) => limiter.get(key)));
    for (const state of before) refuseWhen(state, ({ remainingPoints }) => remainingPoints <= 0);
    // Counted before it runs: many at once get no more tries than one after the other.
    const counted = await Promise.all(counters.map(({ limiter, key }) => countTry(limiter, key)));
    for (const [i, state] of counted.entries()) {
      refuseWhen(state, ({ consumedPoints }) => consumedPoints > (counters[i]?.limiter.points ?? 0));
    }
    if (await check()) {
      await Promise.all(counters.map(({ limiter, key, forgive }) => limiter[forgive](key)));
      return;
    }
    await sleep(Math.min(FIRST_DELAY_MS * 2 ** (counted[0]?.consumedPoints ?? 0), 3000));
    throw failure();
  }

  private countersOf({ email, ip, browser }: Trier) {
    if (browser !== null) return [{ limiter: this.browser, key: browser, forgive: "delete" } as const];
    return [
      { limiter: this.account, key: hashOfSecret(email).toString("base64url"), forgive: "delete" },
      { limiter: this.address, key: ip, forgive: "reward" },
    ] as const;
  }
}

export const signInLimits = onceFor(({ pool }: Core) => new SignInLimits(pool));

function refuseWhen(state: RateLimiterRes | null, isLocked: (state: RateLimiterRes) => boolean): void {
  if (!state || state.msBeforeNext <= 0 || !isLocked(state)) return;
  throw tooManyTries(state.msBeforeNext);
}
