import { paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";
import { appointmentParameter, weekState } from "./paths.ts";

export const appointments: Feature = {
  make: {
    label: "frame.make.appointment",
    opens: { [appointmentParameter]: "new" },
    ofClient: true,
    closeTo: (path, params) => (path !== paths.tasks ? 0 : weekState.read(params).week ? 2 : 1),
  },
  panel: {
    parameter: appointmentParameter,
    load: () => import("./components/AppointmentPanel.tsx").then(({ AppointmentPanel }) => AppointmentPanel),
    knowsClient: true,
  },
  cache: { Query: { appointments: keysetPages(["filter"]) }, Client: { appointments: keysetPages(["filter"]) } },
  record: () => import("./appointments.record.ts").then(({ appointmentsRecord }) => appointmentsRecord),
  day: () =>
    Promise.all([import("./DayAppointments.tsx"), import("./AppointmentWeek.tsx")]).then(
      ([{ DayAppointments }, { AppointmentWeek, WeekSwitch }]) => ({
        Appointments: DayAppointments,
        Week: AppointmentWeek,
        Switch: WeekSwitch,
      }),
    ),
};
