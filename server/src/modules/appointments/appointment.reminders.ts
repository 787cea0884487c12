import { localTimeOf } from "@clientela/shared/time/zoned";
import { sql } from "kysely";
import { reminderJob } from "../notifications/reminders.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { appointmentSoon } from "./appointment.news.ts";

interface SoonAppointment {
  id: string;
  clientId: string;
  title: string;
  startsAt: Date;
  ended: boolean;
  attendeeIds: string[];
}

/** Reminds attendees of appointments that start soon. One that ended while no process ran is passed over. */
export const remindOfAppointments = reminderJob<SoonAppointment>({
  name: "appointments.remind",
  table: "appointment",
  open: sql`cancelled_at is null`,
  columns: sql`id, client_id as "clientId", title, starts_at as "startsAt", ends_at <= now() as ended,
    array(select user_id from appointment_attendee where appointment_id = due.id and user_id is not null) as "attendeeIds"`,
  newsOf: (core, { id, clientId, title, startsAt, ended, attendeeIds }) => {
    if (ended) return null;
    const time = localTimeOf(startsAt, settingsOf(core).current.timeZone).slice(11, 16);
    return {
      kind: appointmentSoon,
      userIds: attendeeIds,
      actorId: null,
      clientId,
      aboutId: id,
      words: `${time} · ${title}`,
    };
  },
});
