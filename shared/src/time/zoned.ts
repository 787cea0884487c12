const readers = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of an IANA time zone are ahead of UTC at a moment, in milliseconds. */
export function offsetOf(moment: number, zone: string): number {
  let reader = readers.get(zone);
  if (!reader) {
    // The offset itself, for the parts of a date know no year zero and no milliseconds.
    reader = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    readers.set(zone, reader);
  }
  const name = reader.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -ahead : ahead;
}

/** What the clocks of an IANA time zone show at a moment, as a moment at which those of UTC show it. */
const wallClock = (moment: number, zone: string): Date => new Date(moment + offsetOf(moment, zone));

/** The date and time that the clocks of an IANA time zone show at a moment, to the minute: `2026-03-29T10:00`. */
export const localTimeOf = (moment: Date | string, zone: string): string =>
  wallClock(new Date(moment).getTime(), zone).toISOString().slice(0, 16);

/** The same with seconds and their parts, where there are any: `2026-03-29T10:00:30`. */
export const exactLocalTimeOf = (moment: Date | string, zone: string): string =>
  wallClock(new Date(moment).getTime(), zone)
    .toISOString()
    .replace(/(:00)?\.000Z$|Z$/, "");

const DAY_MS = 86_400_000;

/**
 * The moment at which the clocks of an IANA time zone show a local date and time (`2026-03-29T10:00`). A clock change
 * may repeat an hour: the first one counts, unless the second is asked for. It may skip an hour: that is read on the
 * clock before the change, so that 02:30 becomes 03:30 (RFC 5545, 3.3.5).
 */
export function momentOf(local: string, zone: string, { second = false }: { second?: boolean } = {}): Date {
  const wanted = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  const [before, after] = [-DAY_MS, DAY_MS].map((away) => wanted - offsetOf(wanted + away, zone)) as [number, number];
  const right = [before, after].filter((moment) => moment + offsetOf(moment, zone) === wanted);
  if (right.length === 0) return new Date(before);
  return new Date(second ? Math.max(...right) : Math.min(...right));
}

/** Whether the clocks of a zone have shown at an earlier moment what they show at this one. */
export const isRepeated = (moment: Date | string, zone: string): boolean =>
  momentOf(exactLocalTimeOf(moment, zone), zone).getTime() < new Date(moment).getTime();

/** Whether what the clocks of a zone show at a moment is shown at another one too. */
export function comesTwice(moment: Date | string, zone: string): boolean {
  const local = exactLocalTimeOf(moment, zone);
  return momentOf(local, zone).getTime() !== momentOf(local, zone, { second: true }).getTime();
}

/**
 * The moment at which one zone's clocks show the time that another's show at `moment`. In a repeated hour it is the
 * same one.
 */
export const sameClockIn = (moment: Date | string, from: string, to: string): Date =>
  momentOf(exactLocalTimeOf(moment, from), to, { second: isRepeated(moment, from) });

/** The changes of a zone's clocks between two moments, with how far ahead of UTC they were and are. */
export function clockChanges(zone: string, from: number, to: number): { at: number; before: number; after: number }[] {
  const changes = [];
  for (let day = from; day < to; day += DAY_MS) {
    const [before, after] = [offsetOf(day, zone), offsetOf(day + DAY_MS, zone)];
    if (before === after) continue;
    let [earlier, later] = [day, day + DAY_MS];
    while (later - earlier > 1000) {
      const middle = Math.floor((earlier + later) / 2000) * 1000;
      if (offsetOf(middle, zone) === before) earlier = middle;
      else later = middle;
    }
    changes.push({ at: later, before, after });
  }
  return changes;
}

/** The day of a calendar some days after another one, both as `2026-03-29`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A day as `2026-03-29`, or null where a text is none. */
export const readDay = (text: string | null): string | null =>
  // A day that its month does not have would be read as one of the next month.
  text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
    ? text
    : null;
