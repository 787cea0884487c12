import { sql } from "kysely";
import { movesAll } from "../../client-column.ts";
import { field } from "../../core/read/projection.ts";
import type { Module } from "../../module.ts";
import { Appointment } from "./appointment.entity.ts";
import { appointmentEntries } from "./appointment.entries.ts";
import { appointmentProjection, appointmentsOf } from "./appointment.projection.ts";
import { remindOfAppointments } from "./appointment.reminders.ts";
import { AppointmentResolver } from "./appointment.resolver.ts";
import type { AppointmentsArgs } from "./appointment.types.ts";
import { CalendarResolver } from "./calendar.resolver.ts";
import { calendarRoutes } from "./calendar.routes.ts";

export const appointments: Module = {
  entities: [Appointment],
  resolvers: [AppointmentResolver, CalendarResolver],
  projections: { Appointment: appointmentProjection },
  extend: { Client: { appointments: field<"client", AppointmentsArgs>(appointmentsOf) } },
  members: { TimelineEntry: [appointmentEntries] },
  access: {
    "Query.appointments": "clients.read",
    "Query.appointment": "clients.read",
    "Query.calendarFeed": "person",
    "Mutation.createAppointment": "appointments.write",
    "Mutation.updateAppointment": "appointments.write",
    "Mutation.cancelAppointment": "appointments.write",
    "Mutation.createCalendarFeed": "person",
    "Mutation.revokeCalendarFeed": "person",
  },
  recurring: [{ job: remindOfAppointments, at: "* * * * *" }],
  routes: { "/calendar": calendarRoutes },
  hangsOnClient: [
    { table: "appointment", column: "client_id", onMerge: movesAll("appointment", { known: sql`true` }) },
  ],
};
