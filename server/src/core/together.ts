/**
 * Waits for statements that were sent together, so that they share one message.
 * @throws what the first of those that failed was refused with
 */
export async function together(...sent: (Promise<unknown> | false | undefined)[]): Promise<void> {
  for (const one of await Promise.allSettled(sent)) if (one.status === "rejected") throw one.reason;
}
