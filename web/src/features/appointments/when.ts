import { exactLocalTimeOf, momentOf, sameClockIn } from "@clientela/shared/time/zoned";

/** When an appointment is, as it is typed: days and times on the clocks of a zone. */
export interface When {
  day: string;
  start: string;
  endDay: string;
  end: string;
  timeZone: string;
}

interface Times {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** An appointment's times as they are typed, with seconds where it has some. */
export function whenOf({ startsAt, endsAt, timeZone }: Times): When {
  const [day = "", start = ""] = exactLocalTimeOf(startsAt, timeZone).split("T");
  const [endDay = "", end = ""] = exactLocalTimeOf(endsAt, timeZone).split("T");
  return { day, start, endDay, end, timeZone };
}

/** The moments of the typed times. If an hour comes twice, the end is the first one after the start. */
export function momentsOf({ day, start, endDay, end, timeZone }: When): { startsAt: Date; endsAt: Date } {
  const startsAt = momentOf(`${day}T${start}`, timeZone);
  return { startsAt, endsAt: endAfter(startsAt, `${endDay}T${end}`, timeZone) };
}

function endAfter(startsAt: Date, local: string, timeZone: string): Date {
  const first = momentOf(local, timeZone);
  return first > startsAt ? first : momentOf(local, timeZone, { second: true });
}

/** The changed times of an appointment; an unchanged one stays the very moment it was. */
export function changedTimes(when: When, before: Times): Partial<Times> {
  const shown = whenOf(before);
  const zone = when.timeZone === before.timeZone ? {} : { timeZone: when.timeZone };
  const startMoved = when.day !== shown.day || when.start !== shown.start;
  const endMoved = when.endDay !== shown.endDay || when.end !== shown.end;
  if (!startMoved && !endMoved) return zone;
  const kept = (moment: string) => sameClockIn(moment, before.timeZone, when.timeZone);
  const startsAt = startMoved ? momentOf(`${when.day}T${when.start}`, when.timeZone) : kept(before.startsAt);
  const endsAt = endMoved ? endAfter(startsAt, `${when.endDay}T${when.end}`, when.timeZone) : kept(before.endsAt);
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), ...zone };
}
