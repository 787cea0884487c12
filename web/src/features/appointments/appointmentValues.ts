import type { AppointmentInput } from "../../generated/schema.ts";
import type { Appointment_AppointmentFragment } from "./appointments.generated.ts";
import { changedTimes, momentsOf, type When, whenOf } from "./when.ts";

/** An appointment as a form shows it. */
export interface AppointmentValues extends When {
  title: string;
  place: string | null;
  url: string | null;
  notes: string | null;
  attendeeIds: string[];
  contactIds: string[];
  /** As a field of the form holds it, or as the rules make it. */
  remind: string | number | null;
}

/** What a form makes of the values; a reminder is a number by then. */
type Written = {
  [K in keyof AppointmentValues]?: AppointmentValues[K] | null | undefined | (K extends "remind" ? number : never);
};

/** What a new one has, besides when it is and who comes. */
export const newAppointment = { title: "", place: null, url: null, notes: null, contactIds: [], remind: "15" };

/** They belong together: a person who changes one has seen the others. */
export const times: readonly string[] = ["day", "start", "endDay", "end", "timeZone"] satisfies (keyof When)[];

export const valuesOf = (appointment: Appointment_AppointmentFragment): AppointmentValues => ({
  ...whenOf(appointment),
  title: appointment.title,
  place: appointment.place,
  url: appointment.url,
  notes: appointment.notes,
  attendeeIds: appointment.attendees.map(({ id }) => id),
  contactIds: appointment.contacts.map(({ id }) => id),
  remind: appointment.remindMinutes?.toString() ?? null,
});

function fieldsOf({ day, start, endDay, end, timeZone, remind, ...fields }: Written): AppointmentInput {
  return {
    ...(fields as AppointmentInput),
    ...(remind !== undefined && { remindMinutes: remind === null ? null : Number(remind) }),
  };
}

/** The API's input of a new one. */
export function inputOfNew(values: Written & When): AppointmentInput {
  const { startsAt, endsAt } = momentsOf(values);
  return {
    ...fieldsOf({ ...values, remind: values.remind ?? null }),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    timeZone: values.timeZone,
  };
}

/** The API's input of the changed values; an unchanged time stays the very moment it was. */
export const inputOf = (changed: Written, before: Appointment_AppointmentFragment): AppointmentInput => ({
  ...fieldsOf("remind" in changed ? { ...changed, remind: changed.remind ?? null } : changed),
  ...changedTimes({ ...whenOf(before), ...timesIn(changed) }, before),
});

const timesIn = (values: Written) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => times.includes(key))) as Partial<When>;
