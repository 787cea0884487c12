const readers = new Map<string, Intl.DateTimeFormat>();

const readerOf = (zone: string): Intl.DateTimeFormat => {
  const known = readers.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  readers.set(zone, made);
  return made;
};

/** What the clocks of an IANA time zone show at a moment, as milliseconds since 1970 if they were in UTC. */
function wallClock(moment: number, zone: string): number {
  const part = Object.fromEntries(
    readerOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part as Record<string, number>;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The date and time that the clocks of an IANA time zone show at a moment: `2026-03-29T10:00`. */
export const localTimeOf = (moment: Date | string, zone: string): string =>
  new Date(wallClock(new Date(moment).getTime(), zone)).toISOString().slice(0, 16);

const DAY_MS = 86_400_000;

/**
 * The moment at which the clocks of an IANA time zone show a local date and time (`2026-03-29T10:00`). Of an hour that a
 * clock change repeats it is the first one; an hour that is left out is read on the clock as it was before the change, so
 * that 02:30 becomes 03:30 (RFC 5545, 3.3.5).
 */
export function momentOf(local: string, zone: string): Date {
  const wanted = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  const offset = (moment: number) => wallClock(moment, zone) - moment;
  const [before, after] = [wanted - offset(wanted - DAY_MS), wanted - offset(wanted + DAY_MS)];
  const right = [before, after].filter((moment) => wallClock(moment, zone) === wanted);
  return new Date(right.length > 0 ? Math.min(...right) : before);
}

/** The day of a calendar some days after another one, both as `2026-03-29`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
