/** The outcome of work on many clients, counted. */
export interface ResultCounts {
  changed: number;
  /** Already as wanted. */
  same: number;
  /** Left out for a reason; the API names 100 at most. */
  skipped: number;
  /** How many were looked at when a person stopped it; null when it went to its end. */
  stoppedAt: number | null;
}

interface Outcome {
  matched: number;
  changed: number;
  skipped: readonly unknown[];
}

/**
 * Counts a result.
 * @param named how many clients were named one by one; those the server did not find are skipped but not matched.
 * @param processed how many it had come to when it was stopped.
 */
export function resultCounts(
  { matched, changed, skipped }: Outcome,
  { named, processed }: { named: number | null; processed: number | null },
): ResultCounts {
  const unseen = named === null ? 0 : Math.max(0, named - matched);
  const skippedOfMatched = Math.max(0, skipped.length - unseen);
  return {
    changed,
    same: Math.max(0, (processed ?? matched) - changed - skippedOfMatched),
    skipped: Math.max(skipped.length, unseen),
    stoppedAt: processed,
  };
}
