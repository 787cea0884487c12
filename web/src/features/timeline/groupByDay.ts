/** Entries of one calendar day, or a part of them. */
export interface Day<Entry> {
  /** `2026-11-12`, in the business's time zone. */
  key: string;
  /** Which part of the day, from 0: a day on which much happened is drawn in parts. */
  part: number;
  entries: Entry[];
}

/** How many entries a part of a day holds at most. */
const partSize = 20;

/** Groups entries, already in order, by their day. @param dayKey the calendar day of a moment. */
export function groupByDay<Entry extends { occurredAt: string }>(
  entries: readonly Entry[],
  dayKey: (moment: string) => string,
): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const key = dayKey(entry.occurredAt);
    const last = days.at(-1);
    if (last?.key !== key) days.push({ key, part: 0, entries: [entry] });
    else if (last.entries.length < partSize) last.entries.push(entry);
    else days.push({ key, part: last.part + 1, entries: [entry] });
  }
  return days;
}
