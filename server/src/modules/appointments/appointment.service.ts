import { createAppointmentRules, updateAppointmentRules } from "@clientela/shared/appointments/rules";
import { exactLocalTimeOf, sameClockIn } from "@clientela/shared/time/zoned";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import { type Context, viewerOf, writtenBy } from "../../context.ts";
import { given, requireVersion } from "../../core/changes.ts";
import { badInput, illegalState, parseInput } from "../../core/errors.ts";
import { distinctIds } from "../../core/scalars.ts";
import { type Read, transact } from "../../core/transact.ts";
import type { Database } from "../../database/tables.ts";
import { knownClient, lockOnClient } from "../access/known-client.ts";
import { whoSees } from "../access/may-see.ts";
import { knownContacts } from "../contacts/known-contacts.ts";
import { usersOf } from "../people/people.references.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { Appointment } from "./appointment.entity.ts";
import type { AppointmentInput } from "./appointment.types.ts";

const USUAL_REMINDER_MINUTES = 15;

/**
 * Notes down an appointment with a client and answers what is read of it [F198].
 * @throws NOT_FOUND for the client; BAD_USER_INPUT, also for who cannot see the client and for contacts of another one
 */
export async function createAppointment<A>(
  context: Context,
  clientId: string,
  input: AppointmentInput,
  read: Read<A>,
): Promise<A> {
  const viewer = viewerOf(context);
  const rules = parseInput(createAppointmentRules, input);
  const { attendeeIds, contactIds, remindMinutes, ...fields } = rules;
  const timeZone = rules.timeZone ?? settingsOf(context.core).current.timeZone;
  requireYears(fields, timeZone);
  const create = async (em: EntityManager, sql: Kysely<Database>) => {
    const client = await knownClient(sql, viewer, clientId);
    const users = await knownAttendees(context, sql, client, attendeeIds ?? []);
    const contacts = await knownContacts(sql, client, contactIds ?? [], "contactIds");
    const appointment = em.create(Appointment, {
      ...fields,
      clientId: client,
      timeZone,
      remindMinutes: remindMinutes === undefined ? USUAL_REMINDER_MINUTES : remindMinutes,
      createdById: viewer.userId,
    });
    await em.flush();
    await setAttendees(sql, appointment.id, "user_id", users);
    await setAttendees(sql, appointment.id, "contact_id", contacts);
    return appointment.id;
  };
  return transact(context.core, writtenBy(context), create, read);
}

/**
 * Changes the given fields of an appointment and answers what is read of it.
 * @throws NOT_FOUND; BAD_USER_INPUT; ILLEGAL_STATE for a cancelled one; CONFLICT when it has moved past `expectedVersion`
 */
export async function updateAppointment<A>(
  context: Context,
  id: string,
  input: AppointmentInput,
  expectedVersion: number | null,
  read: Read<A>,
): Promise<A> {
  const { attendeeIds, contactIds, startsAt, endsAt, timeZone, ...fields } = parseInput(updateAppointmentRules, input);
  const update = async (em: EntityManager, sql: Kysely<Database>) => {
    const appointment = await lockAppointment(context, em, sql, id);
    requireVersion(appointment, expectedVersion);
    em.assign(appointment, { ...given(fields), ...timesOf(appointment, startsAt, endsAt, timeZone) });
    await em.flush();
    if (attendeeIds !== undefined) {
      const before = await attendeesOf(sql, appointment.id);
      const users = await knownAttendees(context, sql, appointment.clientId, attendeeIds ?? [], before);
      await setAttendees(sql, appointment.id, "user_id", users);
    }
    if (contactIds !== undefined) {
      const contacts = await knownContacts(sql, appointment.clientId, contactIds ?? [], "contactIds");
      await setAttendees(sql, appointment.id, "contact_id", contacts);
    }
    return appointment.id;
  };
  return transact(context.core, writtenBy(context), update, read);
}

/**
 * Cancels an appointment and answers what is read of it; it stays, marked. One that is cancelled already stays as it is.
 * @throws NOT_FOUND
 */
export async function cancelAppointment<A>(context: Context, id: string, read: Read<A>): Promise<A> {
  const cancel = async (em: EntityManager, sql: Kysely<Database>) => {
    const appointment = await lockAppointment(context, em, sql, id, true);
    appointment.cancelledAt ??= new Date();
    return appointment.id;
  };
  return transact(context.core, writtenBy(context), cancel, read);
}

async function lockAppointment(
  context: Context,
  em: EntityManager,
  sql: Kysely<Database>,
  id: string,
  cancelled = false,
): Promise<Appointment> {
  const appointment = await em.findOneOrFail(
    Appointment,
    await lockOnClient(sql, viewerOf(context), "appointment", id),
  );
  if (appointment.cancelledAt && !cancelled) throw illegalState("errors.cancelledAppointment");
  return appointment;
}

/** A start moved alone takes the end with it, and a zone changed alone keeps what the clock showed. */
function timesOf(
  before: Appointment,
  startsAt: Date | null | undefined,
  endsAt: Date | null | undefined,
  zone: string | null | undefined,
) {
  const timeZone = zone ?? before.timeZone;
  if (!startsAt && !endsAt && timeZone === before.timeZone) return {};
  const kept = (moment: Date) => sameClockIn(moment, before.timeZone, timeZone);
  const start = startsAt ?? kept(before.startsAt);
  const asLong = new Date(start.getTime() + before.endsAt.getTime() - before.startsAt.getTime());
  const end = endsAt ?? (startsAt ? asLong : keptEnd());
  const times = { startsAt: start, endsAt: end };
  if (end <= start) throw badInput({ path: "endsAt", key: "errors.endsBeforeStart" });
  requireYears(times, timeZone);
  return { ...times, timeZone };

  /** The new zone's clocks may skip the hour of the start, or repeat that of the end: the length stays as it was. */
  function keptEnd(): Date {
    const sameStart = exactLocalTimeOf(start, timeZone) === exactLocalTimeOf(before.startsAt, before.timeZone);
    const onClock = kept(before.endsAt);
    return sameStart && onClock > start ? onClock : asLong;
  }
}

/** Refuses what leads out of the years that four digits tell, also on its own clocks. */
function requireYears(times: { startsAt: Date; endsAt: Date }, timeZone: string): void {
  for (const path of ["startsAt", "endsAt"] as const) {
    const written = [times[path].toISOString(), exactLocalTimeOf(times[path], timeZone)];
    if (written.some((text) => !/^(?!0000)\d{4}-/.test(text))) throw badInput({ path, key: "errors.format.date" });
  }
}

async function attendeesOf(sql: Kysely<Database>, appointmentId: string): Promise<Set<string>> {
  const rows = await sql
    .selectFrom("appointment_attendee")
    .select("user_id")
    .where("appointment_id", "=", appointmentId)
    .execute();
  return new Set(rows.flatMap(({ user_id }) => user_id ?? []));
}

/** Attendees of `before` stay, although they may no longer see the client. */
async function knownAttendees(
  context: Context,
  sql: Kysely<Database>,
  clientId: string,
  ids: string[],
  before: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const users = usersOf(context.core);
  const people = distinctIds(ids).map((id) => {
    const person = users.get(id);
    if (!person || (!person.active && !before.has(person.id))) {
      throw badInput({ path: "attendeeIds", key: "errors.unknownUser" });
    }
    return person;
  });
  const added = people.filter(({ id }) => !before.has(id));
  const seeing = await whoSees(context.core, sql, clientId, added);
  const blind = added.find((person) => !seeing.includes(person));
  if (blind) throw badInput({ path: "attendeeIds", key: "errors.assigneeBlind", params: { name: blind.name } });
  return people.map(({ id }) => id);
}

async function setAttendees(
  sql: Kysely<Database>,
  appointmentId: string,
  column: "user_id" | "contact_id",
  ids: string[],
): Promise<void> {
  await sql
    .deleteFrom("appointment_attendee")
    .where("appointment_id", "=", appointmentId)
    .where(column, "is not", null)
    .execute();
  if (ids.length === 0) return;
  const rows = ids.map((id) => ({ appointment_id: appointmentId, user_id: null, contact_id: null, [column]: id }));
  await sql.insertInto("appointment_attendee").values(rows).execute();
}
