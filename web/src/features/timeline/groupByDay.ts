/** Entries of one calendar day. */
export interface Day<Entry> {
  /** `2026-11-12`, in the business's time zone. */
  key: string;
  entries: Entry[];
}

/** Groups entries, already in order, by their day. @param dayKey the calendar day of a moment. */
export function groupByDay<Entry extends { occurredAt: string }>(
  entries: readonly Entry[],
  dayKey: (moment: string) => string,
): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const key = dayKey(entry.occurredAt);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}
