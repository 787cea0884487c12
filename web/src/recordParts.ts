import { ClientAppointments } from "./features/appointments/ClientAppointments.tsx";
import { AppointmentPanel } from "./features/appointments/components/AppointmentPanel.tsx";
import { NextAppointments } from "./features/appointments/NextAppointments.tsx";
import type { RecordParts } from "./features/clients/record/recordParts.ts";
import { ClientFiles } from "./features/files/ClientFiles.tsx";
import { ClientTasks } from "./features/tasks/ClientTasks.tsx";
import { TaskPanel } from "./features/tasks/components/TaskPanel.tsx";
import { OpenTasks } from "./features/tasks/OpenTasks.tsx";
import { ClientTimeline } from "./features/timeline/ClientTimeline.tsx";

/** What other features bring to a client's record. */
export const recordParts: RecordParts = {
  Timeline: ClientTimeline,
  Tasks: ClientTasks,
  OpenTasks,
  Appointments: ClientAppointments,
  NextAppointments,
  Files: ClientFiles,
  panels: [TaskPanel, AppointmentPanel],
};
