import { localTimeOf } from "@clientela/shared/time/zoned";

interface When {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/**
 * An appointment's day and hours on the clocks of the business. If it was agreed on other clocks, the hours on those
 * follow.
 */
export function whenTexts(
  { startsAt, endsAt, timeZone }: When,
  businessZone: string,
  format: { date: (moment: string) => string; time: (moment: string) => string },
): { day: string; from: string; till: string; there: string | null } {
  const [endDay] = localTimeOf(endsAt, businessZone).split("T");
  const [startDay] = localTimeOf(startsAt, businessZone).split("T");
  const end = endDay === startDay ? format.time(endsAt) : `${format.date(endsAt)}, ${format.time(endsAt)}`;
  const there = localTimeOf(startsAt, timeZone);
  const elsewhere = there !== localTimeOf(startsAt, businessZone);
  return {
    day: format.date(startsAt),
    from: format.time(startsAt),
    till: end,
    there: elsewhere ? `${there.slice(11)} ${timeZone.split("/").at(-1)?.replaceAll("_", " ")}` : null,
  };
}
