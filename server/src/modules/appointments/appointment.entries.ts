import { formatsOf } from "@clientela/shared/formats";
import { appointmentKinds } from "@clientela/shared/timeline/rules";
import { type SqlBool, sql } from "kysely";
import { Field, ObjectType } from "type-graphql";
import { field } from "../../core/read/projection.ts";
import { DateTime } from "../../core/scalars.ts";
import { entryFamily } from "../timeline/entry.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { Appointment } from "./appointment.entity.ts";
import { appointmentProjection } from "./appointment.projection.ts";

@ObjectType({ implements: TimelineEntry, description: "An appointment was made, moved or cancelled." })
export class AppointmentEntry extends TimelineEntry {
  @Field(() => Appointment)
  appointment!: Appointment;
  @Field(() => DateTime, { description: "When it was to start from then on." })
  startsAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "Of one that was moved: when it was to start before." })
  startedAt!: Date | null;
  @Field(() => String)
  timeZone!: string;
}

export const appointmentEntries = entryFamily<{
  title?: string;
  startsAt?: string;
  startedAt?: string;
  timeZone?: string;
} | null>()(AppointmentEntry, {
  kinds: appointmentKinds,
  fields: {
    title: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'title'`),
    appointment: field<"timeline_entry">(({ eb, one }) =>
      one(
        appointmentProjection,
        eb
          .selectFrom("appointment")
          .where(sql<SqlBool>`appointment.id = (timeline_entry.data ->> 'appointmentId')::uuid`),
      ),
    ),
    startsAt: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'startsAt'`),
    startedAt: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'startedAt'`),
    timeZone: field<"timeline_entry">(() => sql`timeline_entry.data ->> 'timeZone'`),
  },
  summary: ({ kind, data }, { translate, locale }) => {
    const told = (moment: string | undefined) => moment && formatsOf(locale).moment(moment, data?.timeZone);
    const moments = { before: told(data?.startedAt), moment: told(data?.startsAt) };
    return translate(`timeline.summary.${kind}`, { title: data?.title, ...moments });
  },
});
