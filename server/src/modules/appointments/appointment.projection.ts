import { type Expression, type SqlBool, sql } from "kysely";
import type { Context } from "../../context.ts";
import { asc, desc, field, type OrderKey, type Projection, type Scope } from "../../core/read/projection.ts";
import { type Slots, when } from "../../core/read/slots.ts";
import { uuidOrNull } from "../../core/scalars.ts";
import { currentId } from "../access/merged.ts";
import { clientOf } from "../clients/client-of.ts";
import { contactProjection } from "../contacts/contact.projection.ts";
import { usersOf } from "../people/people.references.ts";
import { userBy } from "../people/user-by.ts";
import { inRange } from "../settings/date-range.ts";
import type { Appointment } from "./appointment.entity.ts";
import type { AppointmentFilter, AppointmentsArgs } from "./appointment.types.ts";

type Shown = Exclude<Extract<keyof Appointment, string>, "clientId" | "createdById">;

/** Where each field of an appointment comes from. */
export const appointmentProjection: Projection<"appointment", Shown> = {
  table: "appointment",
  fields: {
    id: "id",
    client: clientOf("appointment"),
    title: "title",
    startsAt: "starts_at",
    endsAt: "ends_at",
    timeZone: "time_zone",
    place: "place",
    url: "url",
    notes: "notes",
    attendees: field<"appointment">(
      () => sql`(select json_agg(user_id) from appointment_attendee
        where appointment_attendee.appointment_id = appointment.id and user_id is not null)`,
      (ids: string[] | null, { core }: Context) =>
        usersOf(core)
          .getAll(ids)
          .sort((a, b) => a.name.localeCompare(b.name)),
    ),
    contacts: field<"appointment">(({ eb, many }) =>
      many(
        contactProjection,
        eb
          .selectFrom("contact")
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom("appointment_attendee")
                .whereRef("appointment_attendee.appointment_id", "=", "appointment.id")
                .whereRef("appointment_attendee.contact_id", "=", "contact.id"),
            ),
          )
          .orderBy(sql`fold(contact.name)`)
          .orderBy("contact.id"),
      ),
    ),
    remindMinutes: "remind_minutes",
    cancelledAt: "cancelled_at",
    createdBy: userBy("appointment.created_by_id"),
    icsUrl: field<"appointment">(() => sql`'/calendar/appointments/' || appointment.id || '.ics'`),
    createdAt: "created_at",
    updatedAt: "updated_at",
    version: "version",
  },
};

/** A client's appointments. */
export const appointmentsOf = ({ eb, args, page }: Scope<"client", AppointmentsArgs>) =>
  page(
    appointmentProjection,
    eb
      .selectFrom("appointment")
      .whereRef("appointment.client_id", "=", "client.id")
      .where(({ and }) => and(appointmentConditions(args.filter))),
    appointmentOrder(args.filter),
  );

/** Coming ones: the next first. Past ones: the latest first. */
export const appointmentOrder = (filter: Slots<AppointmentFilter> | null | undefined): OrderKey =>
  filter?.upcoming === false ? desc("appointment.starts_at") : asc("appointment.starts_at");

/** A whole filter as conditions; cancelled ones are left out unless asked for. */
export function appointmentConditions(filter: Slots<AppointmentFilter> | null | undefined): Expression<SqlBool>[] {
  return [
    ...(filter?.cancelled ? [] : [sql<SqlBool>`appointment.cancelled_at is null`]),
    ...when(filter?.upcoming, (upcoming) =>
      upcoming ? sql<SqlBool>`appointment.ends_at > now()` : sql<SqlBool>`appointment.ends_at <= now()`,
    ),
    ...inRange("appointment.starts_at", filter?.starts),
    ...when(
      filter?.attendeeIds,
      (
        ids,
      ) => sql<SqlBool>`exists (select from appointment_attendee where appointment_attendee.appointment_id = appointment.id
        and appointment_attendee.user_id = any(${ids.map((all) => all.map(uuidOrNull))}::uuid[]))`,
    ),
    ...when(filter?.clientId, (id) => sql<SqlBool>`appointment.client_id = ${currentId(id.map(uuidOrNull))}`),
  ];
}
