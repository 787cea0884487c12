/**
 * A generator that ends when its reader leaves. `return()` on a waiting async generator is queued until the next value
 * arrives. This wrapper aborts it at once.
 */
export function untilLeft<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const left = new AbortController();
  const source = make(left.signal);
  const end = { done: true, value: undefined } as const;
  return {
    async next() {
      try {
        return await source.next();
      } catch (error) {
        if (left.signal.aborted) return end;
        // Whatever it listens to must not outlive it, and nobody calls `return` after an error.
        left.abort();
        throw error;
      }
    },
    async return() {
      left.abort();
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
