const second = 1000;
const day = 86_400 * second;
const units = [
  ["day", day],
  ["hour", 3600 * second],
  ["minute", 60 * second],
] as const;

/** How dates, numbers and money read in a locale and the business's time zone. */
export interface Formats {
  /** A moment's day, the year only where it is not this one: `12 nov`, `12 nov 2024`. */
  date(moment: string | Date): string;
  /** A day in full, the same in every time zone: `12 de noviembre de 2026`. */
  longDay(day: string): string;
  /** A calendar day (`2026-11-12`), the same in every time zone. */
  calendarDay(day: string): string;
  /** Hours and minutes: `10:42`. */
  time(moment: string | Date): string;
  /** The exact moment, as shown on hover: `jueves, 12 de noviembre de 2026, 10:42`. */
  exact(moment: string | Date): string;
  /** A moment in one line, on the clocks of a zone: `26 nov 2026, 16:00`. */
  moment(moment: string | Date, zone?: string): string;
  /** How long ago, or in how long, within a week; the day beyond. */
  relative(moment: string | Date, now?: number): string;
  /** The calendar day of a moment in the business's time zone, `2026-11-12`: what a timeline groups by. */
  dayKey(moment: string | Date): string;
  /** A month by any of its days (`2026-11-01`): `nov`, `noviembre de 2026`. */
  monthName(day: string, length: "short" | "long"): string;
  /** With every digit; @param value a number, or decimal text. */
  number(value: number | string): string;
  /** @param amount a decimal string, so that no digit is lost. */
  money(amount: string, currency: string): string;
}

/** Builds the formats of a locale and an IANA time zone. */
export function createFormats(locale: string, timeZone: string | undefined): Formats {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const thisYear = format({ day: "numeric", month: "short" });
  const anyYear = format({ day: "numeric", month: "short", year: "numeric" });
  const year = format({ year: "numeric" });
  const clock = format({ hour: "numeric", minute: "2-digit" });
  const exact = format({ dateStyle: "full", timeStyle: "short" });
  const dayKey = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });

  const date = (moment: string | Date) => {
    const value = new Date(moment);
    return (year.format(value) === year.format(new Date()) ? thisYear : anyYear).format(value);
  };
  return {
    date,
    calendarDay: (value) =>
      new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).format(
        new Date(`${value}T00:00:00Z`),
      ),
    longDay: (value) =>
      new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "long" }).format(new Date(`${value}T00:00:00Z`)),
    monthName: (day, length) =>
      new Intl.DateTimeFormat(locale, {
        timeZone: "UTC",
        month: length,
        ...(length === "long" && { year: "numeric" }),
      }).format(new Date(`${day}T00:00:00Z`)),
    time: (moment) => clock.format(new Date(moment)),
    exact: (moment) => exact.format(new Date(moment)),
    moment: (moment, zone = timeZone) =>
      // Not dateStyle, which is 11/26/2026 in Panama: month and day could be taken for each other.
      new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "numeric",
        minute: "2-digit",
      }).format(new Date(moment)),
    relative(moment, now = Date.now()) {
      const distance = new Date(moment).getTime() - now;
      if (Math.abs(distance) >= 7 * day) return date(moment);
      const [unit, length] = units.find(([, size]) => Math.abs(distance) >= size) ?? (["second", second] as const);
      return unit === "second" ? relative.format(0, "second") : relative.format(Math.round(distance / length), unit);
    },
    dayKey: (moment) => dayKey.format(new Date(moment)),
    number: (value) => number.format(value as Intl.StringNumericLiteral),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount as Intl.StringNumericLiteral),
  };
}

const made = new Map<string, Formats>();

/** The formats of a locale and a time zone, made once. */
export function formatsOf(locale: string, timeZone?: string): Formats {
  const key = `${locale} ${timeZone}`;
  const formats = made.get(key) ?? createFormats(locale, timeZone);
  made.set(key, formats);
  return formats;
}
