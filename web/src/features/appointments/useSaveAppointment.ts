import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { saveVersioned, type Versioned } from "../../records/saveVersioned.ts";
import {
  type Appointment_AppointmentFragment,
  AppointmentPanelDocument,
  AppointmentsDocument,
  UpdateAppointmentDocument,
} from "./appointments.generated.ts";
import { type AppointmentValues, inputOf, times, valuesOf } from "./appointmentValues.ts";

/** The name of each value in a conflict. */
const labels = {
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

type Named = readonly { id: string; name: string }[];

/** Saves changed values of an appointment on what others made of it meanwhile; people and contacts by their names. */
export function useSaveAppointment({ people, contacts }: { people: Named; contacts: Named }) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const kind: Versioned<Appointment_AppointmentFragment, AppointmentValues> = {
    valuesOf,
    send: async (base, changed) => {
      const { data } = await apollo.mutate({
        mutation: UpdateAppointmentDocument,
        variables: { id: base.id, input: inputOf(changed, base), expectedVersion: base.version },
        refetchQueries: [AppointmentsDocument],
      });
      if (!data) throw new Error("updateAppointment answered nothing");
      return data.updateAppointment;
    },
    reread: async ({ id }) => {
      const variables = { id };
      const { data } = await apollo.query({ query: AppointmentPanelDocument, variables, fetchPolicy: "network-only" });
      return data?.appointment;
    },
    // A form holds a reminder as a text, its rules make a number of it.
    same: (one, other) => String(one ?? "") === String(other ?? ""),
    together: times,
    labelOf: (name) => t(`appointments.field.${labels[name]}`),
    textOf: (name, values) => {
      const value = values[name];
      if (!Array.isArray(value)) return String(value ?? "");
      const known = name === "attendeeIds" ? people : contacts;
      return value.map((id) => known.find((each) => each.id === id)?.name ?? "").join(", ");
    },
  };
  return (appointment: Appointment_AppointmentFragment, changed: Partial<AppointmentValues>) =>
    saveVersioned(kind, appointment, changed);
}
