import { clockChanges, offsetOf } from "@clientela/shared/time/zoned";

const YEAR_MS = 366 * 86_400_000;
/** Past it years have five digits, which iCalendar has no place for. */
const LAST = Date.UTC(9999, 11, 30);

/**
 * A zone as iCalendar describes it (RFC 5545, 3.6.5): each change of its clocks, by the rules of that time. They reach
 * from a year before the first moment to a year after the last one.
 */
export function describeZone(zone: string, moments: readonly Date[]): string {
  const times = moments.map((moment) => moment.getTime());
  const from = Math.floor(Math.min(...times) / 1000) * 1000 - YEAR_MS;
  const first = offsetOf(from, zone);
  const changes = [
    { at: from, before: first, after: first },
    ...clockChanges(zone, from, Math.min(Math.max(...times) + YEAR_MS, LAST)),
  ].flatMap(({ at, before, after }) => {
    const kind = after > before ? "DAYLIGHT" : "STANDARD";
    const begins = new Date(at + before).toISOString().slice(0, 19).replace(/[-:]/g, "");
    return [
      `BEGIN:${kind}`,
      `DTSTART:${begins}`,
      `TZOFFSETFROM:${written(before)}`,
      `TZOFFSETTO:${written(after)}`,
      `END:${kind}`,
    ];
  });
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...changes, "END:VTIMEZONE"].join("\r\n");
}

/** `-0500`, or `-045602` where there are seconds. */
function written(offset: number): string {
  const digits = new Date(Math.abs(offset)).toISOString().slice(11, 19).replaceAll(":", "");
  return `${offset < 0 ? "-" : "+"}${digits.replace(/00$/, "")}`;
}
