import { type Expression, type SqlBool, sql } from "kysely";
import { Field, InputType, registerEnumType } from "type-graphql";
import type { Slots } from "../../core/read/slots.ts";
import { when } from "../../core/read/slots.ts";
import { CalendarDate } from "../../core/scalars.ts";

export const DatePreset = {
  TODAY: "TODAY",
  YESTERDAY: "YESTERDAY",
  LAST_7_DAYS: "LAST_7_DAYS",
  THIS_MONTH: "THIS_MONTH",
  LAST_MONTH: "LAST_MONTH",
  LAST_3_MONTHS: "LAST_3_MONTHS",
} as const;
registerEnumType(DatePreset, {
  name: "DatePreset",
  description: "Of days in the business's time zone, today included.",
});

@InputType({ description: "A preset, or from/to, both days included, in the business's time zone." })
export class DateRange {
  @Field(() => DatePreset, { nullable: true })
  preset?: keyof typeof DatePreset | null;
  @Field(() => CalendarDate, { nullable: true })
  from?: string | null;
  @Field(() => CalendarDate, { nullable: true })
  to?: string | null;
}

const zone = sql`(select time_zone from settings)`;
const today = sql`(now() at time zone ${zone})::date`;
const month = sql`date_trunc('month', ${today}::timestamp)`;

/** The moment a day begins in the business's time zone; also right where a clock change moves midnight. */
const startOf = (day: Expression<unknown>) => sql`((${day})::timestamp at time zone ${zone})`;

/** First day, and the day after the last one, of each preset. */
const presets: Record<keyof typeof DatePreset, [Expression<unknown>, Expression<unknown>]> = {
  TODAY: [today, sql`${today} + 1`],
  YESTERDAY: [sql`${today} - 1`, today],
  LAST_7_DAYS: [sql`${today} - 6`, sql`${today} + 1`],
  THIS_MONTH: [month, sql`${month} + interval '1 month'`],
  LAST_MONTH: [sql`${month} - interval '1 month'`, month],
  LAST_3_MONTHS: [sql`${today} - interval '3 months'`, sql`${today} + 1`],
};

/** The conditions of a range of days on a column of moments [F62, F63]. */
export function inRange(column: string, range: Slots<DateRange> | null | undefined): Expression<SqlBool>[] {
  if (!range) return [];
  const from = (day: Expression<unknown>) => sql<SqlBool>`${sql.ref(column)} >= ${startOf(day)}`;
  const before = (day: Expression<unknown>) => sql<SqlBool>`${sql.ref(column)} < ${startOf(day)}`;
  return [
    ...when(range.preset, (preset) => sql<SqlBool>`${from(presets[preset][0])} and ${before(presets[preset][1])}`),
    ...when(range.from, (day) => from(sql`${day}::date`)),
    ...when(range.to, (day) => before(sql`${day}::date + 1`)),
  ];
}
