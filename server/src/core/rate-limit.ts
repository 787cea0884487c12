import type { Pool } from "pg";
import { type IRateLimiterOptions, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "./errors.ts";

/** Counts over all processes. */
export const rateLimiter = (pool: Pool, options: IRateLimiterOptions): RateLimiterPostgres =>
  new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rate_limit", tableCreated: true });

/** Counts a try; one too many is told by the count, not thrown. */
export const countTry = (limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> =>
  limiter.consume(key).catch((refused: unknown) => {
    if (refused instanceof Error) throw refused;
    return refused as RateLimiterRes;
  });

/** @throws RATE_LIMITED with `retryAfterSeconds` */
export async function refuseTooMany(limiter: RateLimiterPostgres, key: string): Promise<void> {
  const { consumedPoints, msBeforeNext } = await countTry(limiter, key);
  if (consumedPoints > limiter.points) throw tooManyTries(msBeforeNext);
}

export function tooManyTries(ms: number): AppError {
  const seconds = Math.ceil(ms / 1000);
  const params = { minutes: Math.ceil(seconds / 60) };
  return new AppError("RATE_LIMITED", { key: "errors.tooManyTries", params }, [], { retryAfterSeconds: seconds });
}
