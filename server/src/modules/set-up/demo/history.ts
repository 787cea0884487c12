import type { Locale } from "@clientela/shared/people/rules";
import { addDays, localTimeOf, momentOf } from "@clientela/shared/time/zoned";
import { type Kysely, sql as rawSql } from "kysely";
import type { Database } from "../../../database/tables.ts";

/** A text in the languages of the admin. */
export type Words = Record<Locale, string>;

const MINUTE_MS = 60_000;

/** Writes what happened on former days, each as somebody at a moment, in the words of one language. */
export class History {
  readonly sql: Kysely<Database>;
  readonly locale: Locale;
  readonly zone: string;
  /** `YYYY-MM-DD` where the business is. */
  readonly today: string;
  readonly #now = Date.now();
  #recent = 0;

  constructor(sql: Kysely<Database>, { locale, zone }: { locale: Locale; zone: string }) {
    this.sql = sql;
    this.locale = locale;
    this.zone = zone;
    this.today = localTimeOf(new Date(this.#now), zone).slice(0, 10);
  }

  /** A text with `{{name}}` in place of what is called so. */
  say(words: Words, values: Record<string, string> = {}): string {
    return words[this.locale].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
  }

  /** The day so many days from today; negative: before. */
  day(days: number): string {
    return addDays(this.today, days);
  }

  /** A moment on the clocks of the business, planned or past; `time` is `H:mm`. */
  on(days: number, time: string): Date {
    return momentOf(`${this.day(days)}T${time.padStart(5, "0")}`, this.zone);
  }

  /** A moment of a working day in the past; what has not come yet today was minutes ago. */
  past(daysAgo: number, time: string): Date {
    const weekday = new Date(`${this.day(-daysAgo)}T12:00:00Z`).getUTCDay();
    const weekend = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
    const moment = this.on(-daysAgo - weekend, time);
    if (moment.getTime() < this.#now) return moment;
    this.#recent += 1;
    return new Date(this.#now - this.#recent * 11 * MINUTE_MS);
  }

  /** Makes the ledger tell what is written from here on as this person's, at this moment. */
  async as(actor: string | null, moment: Date): Promise<void> {
    await rawSql`select set_config('app.actor', ${actor ?? ""}, true), set_config('app.moment', ${moment.toISOString()}, true)`.execute(
      this.sql,
    );
  }
}

/** A moment, or twenty minutes after the client came where that is later. */
export function soonAfter(createdAt: Date, moment: Date): Date {
  return new Date(Math.max(moment.getTime(), createdAt.getTime() + 20 * 60_000));
}
