import type { ApolloClient } from "@apollo/client";
import { differingKeys } from "../../form/saveOnLatest.ts";
import type { AppointmentInput } from "../../generated/schema.ts";
import { type Appointment_AppointmentFragment, AppointmentPanelDocument } from "./appointments.generated.ts";
import { changedTimes, momentsOf, type When, whenOf } from "./when.ts";

/** An appointment as a form shows it. */
export interface AppointmentValues extends When {
  title: string;
  place: string | null;
  url: string | null;
  notes: string | null;
  attendeeIds: string[];
  contactIds: string[];
  remind: string | null;
}

/** What a form makes of the values; a reminder is a number by then. */
type Written = {
  [K in keyof AppointmentValues]?: AppointmentValues[K] | null | undefined | (K extends "remind" ? number : never);
};

/** What a new one has, besides when it is and who comes. */
export const newAppointment = { title: "", place: null, url: null, notes: null, contactIds: [], remind: "15" };

/** Under which name a conflict tells of each value. */
export const labels = {
  title: "title",
  day: "day",
  start: "start",
  endDay: "endDay",
  end: "end",
  timeZone: "timeZone",
  place: "place",
  url: "url",
  notes: "notes",
  attendeeIds: "attendees",
  contactIds: "contacts",
  remind: "reminder",
} as const satisfies Record<keyof AppointmentValues, string>;

const times: readonly string[] = ["day", "start", "endDay", "end", "timeZone"] satisfies (keyof When)[];

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

/** The API's input of the changed values; what was not changed of its times stays the very moment it was. */
export const inputOf = (changed: Written, before: Appointment_AppointmentFragment): AppointmentInput => ({
  ...fieldsOf("remind" in changed ? { ...changed, remind: changed.remind ?? null } : changed),
  ...changedTimes({ ...whenOf(before), ...timesIn(changed) }, before),
});

const timesIn = (values: Written) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => times.includes(key))) as Partial<When>;

/** The values that differ in two versions of an appointment; its times belong together. */
export function differingValues(
  one: Appointment_AppointmentFragment,
  other: Appointment_AppointmentFragment,
): string[] {
  const keys = differingKeys(valuesOf(one), valuesOf(other));
  return keys.some((key) => times.includes(key)) ? [...new Set([...keys, ...times])] : keys;
}

/** An appointment as it is now, or null where it is gone. */
export async function rereadAppointment(apollo: ApolloClient, id: string) {
  const { data } = await apollo.query({
    query: AppointmentPanelDocument,
    variables: { id },
    fetchPolicy: "network-only",
  });
  return data?.appointment ?? null;
}
