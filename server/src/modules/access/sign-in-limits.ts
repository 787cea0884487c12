import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../../core/errors.ts";
import { hashOfSecret } from "../../core/secrets.ts";

const WINDOW_S = 15 * 60;
const TRIES_OF_ACCOUNT = 8;
const TRIES_OF_ADDRESS = 60;
const FIRST_DELAY_MS = 50;

/**
 * Slows failed sign-ins down and then locks them for 15 minutes, by account and by address, over all processes. An
 * unknown account counts like a known one, so that nobody learns which exist.
 */
export class SignInLimits {
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(pool: Pool) {
    const store = {
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      duration: WINDOW_S,
      blockDuration: WINDOW_S,
    };
    this.account = new RateLimiterPostgres({ ...store, keyPrefix: "account", points: TRIES_OF_ACCOUNT });
    this.address = new RateLimiterPostgres({ ...store, keyPrefix: "address", points: TRIES_OF_ADDRESS });
  }

  /**
   * Runs a check of a secret; a failure counts, a success forgives the account.
   * @throws RATE_LIMITED without running it while locked, with `retryAfterSeconds`; else what `failure` makes
   */
  async guard(email: string, ip: string, check: () => Promise<boolean>, failure: () => AppError): Promise<void> {
    const account = hashOfSecret(email).toString("base64url");
    const [ofAccount, ofAddress] = await Promise.all([this.account.get(account), this.address.get(ip)]);
    refuseWhenLocked(ofAccount, TRIES_OF_ACCOUNT);
    refuseWhenLocked(ofAddress, TRIES_OF_ADDRESS);
    // Counted before it is made: of many at once no more are made than of one after the other.
    const [counted, countedOfAddress] = await Promise.all([count(this.account, account), count(this.address, ip)]);
    refuseWhenLocked(counted, TRIES_OF_ACCOUNT + 1);
    refuseWhenLocked(countedOfAddress, TRIES_OF_ADDRESS + 1);
    if (await check()) {
      await Promise.all([this.account.delete(account), this.address.reward(ip)]);
      return;
    }
    await sleep(Math.min(FIRST_DELAY_MS * 2 ** counted.consumedPoints, 3000));
    throw failure();
  }
}

/** Counts a try; where it is one too many that is told by the count, not thrown. */
const count = (limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> =>
  limiter.consume(key).catch((refused: unknown) => {
    if (refused instanceof Error) throw refused;
    return refused as RateLimiterRes;
  });

function refuseWhenLocked(state: RateLimiterRes | null, points: number): void {
  if (!state || state.consumedPoints < points || state.msBeforeNext <= 0) return;
  const seconds = Math.ceil(state.msBeforeNext / 1000);
  throw new AppError("RATE_LIMITED", { key: "errors.tooManyTries", params: { minutes: Math.ceil(seconds / 60) } }, [], {
    retryAfterSeconds: seconds,
  });
}
