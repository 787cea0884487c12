import { localTimeOf } from "@clientela/shared/time/zoned";
import { sql } from "kysely";
import type { Core } from "../../context.ts";
import type { Job } from "../../core/jobs.ts";
import { transact } from "../../core/transact.ts";
import { notify } from "../notifications/notify.ts";

const AT_ONCE = 100;

interface SoonAppointment {
  id: string;
  clientId: string;
  title: string;
  startsAt: Date;
  ended: boolean;
  attendeeIds: string[];
}

/**
 * Reminds who comes of what starts soon, like `remindOfTasks`: each reminder once, however many processes look. What has
 * ended while no process ran is passed over.
 */
export const remindOfAppointments: Job<Core, object> = {
  name: "appointments.remind",
  async run(core, _payload, { signal }) {
    let found = AT_ONCE;
    while (found === AT_ONCE && !signal.aborted) {
      found = await transact(core, { actor: null }, async (_em, db) => {
        const { rows } = await sql<SoonAppointment>`
          update appointment set reminded_at = now()
          from (select id from appointment where remind_at <= now() and reminded_at is null and cancelled_at is null
            order by remind_at limit ${AT_ONCE} for update skip locked) due
          where appointment.id = due.id
          returning appointment.id, appointment.client_id as "clientId", appointment.title,
            appointment.starts_at as "startsAt", appointment.ends_at <= now() as ended,
            array(select user_id from appointment_attendee
              where appointment_id = appointment.id and user_id is not null) as "attendeeIds"`.execute(db);
        for (const { clientId, title, startsAt, ended, attendeeIds } of rows) {
          if (ended) continue;
          const time = localTimeOf(startsAt, core.references.settings.current.timeZone).slice(11);
          await notify(core, db, {
            kind: "APPOINTMENT_SOON",
            userIds: attendeeIds,
            actorId: null,
            clientId,
            excerpt: `${time} · ${title}`,
            view: "appointments",
          });
        }
        return rows.length;
      });
    }
  },
};
