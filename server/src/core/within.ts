/**
 * The result of some work.
 * @throws when it takes longer; the work itself goes on
 */
export async function within<T>(
  ms: number,
  work: Promise<T> | T,
  late: () => Error = () => new Error(`not within ${ms} ms`),
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
