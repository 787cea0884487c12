import { addDays, localTimeOf } from "@clientela/shared/time/zoned";

/** The Monday of a day's week, both as `2026-03-29`. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));

interface Timed {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** Where an appointment stands in a day, in minutes from midnight on the clocks of the zone. */
export interface Placed<Each> {
  appointment: Each;
  from: number;
  till: number;
  /** Its own column from 0, and how many columns share its time. */
  lane: number;
  lanes: number;
}

const dayMinutes = 1440;
/** No appointment is drawn shorter, in minutes: its name has to fit. */
const shortest = 30;

/** The appointments of a day, those at one time side by side. One over midnight is in both its days. */
export function placeInDay<Each extends Timed>(
  appointments: readonly Each[],
  day: string,
  zone: string,
): Placed<Each>[] {
  const minuteOf = (moment: string) => {
    const [on = "", at = ""] = localTimeOf(moment, zone).split("T");
    if (on !== day) return on < day ? 0 : dayMinutes;
    return Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
  };
  const placed = appointments
    .map((appointment) => {
      const [starts, ends] = [minuteOf(appointment.startsAt), minuteOf(appointment.endsAt)];
      const from = Math.min(starts, dayMinutes - shortest);
      return { appointment, from, till: Math.max(ends, from + shortest), here: ends > 0 && starts < dayMinutes };
    })
    .filter(({ here }) => here)
    .sort((a, b) => a.from - b.from || b.till - a.till);
  const result: Placed<Each>[] = [];
  let group: Placed<Each>[] = [];
  let groupEnd = 0;
  for (const { appointment, from, till } of placed) {
    if (from >= groupEnd) group = [];
    const taken = new Set(group.filter((other) => other.till > from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    const own = { appointment, from, till: Math.min(till, dayMinutes), lane, lanes: 1 };
    group.push(own);
    groupEnd = Math.max(group.length > 1 ? groupEnd : 0, own.till);
    for (const each of group) each.lanes = Math.max(...group.map((other) => other.lane)) + 1;
    result.push(own);
  }
  return result;
}
