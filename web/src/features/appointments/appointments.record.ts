import type { RecordPart } from "../../feature.ts";
import { ClientAppointments } from "./ClientAppointments.tsx";
import { AppointmentEntry } from "./components/AppointmentEntry.tsx";
import { AppointmentPanel } from "./components/AppointmentPanel.tsx";
import { NextAppointments } from "./NextAppointments.tsx";

export const appointmentsRecord: RecordPart = {
  name: "appointments",
  entries: { AppointmentEntry },
  tab: { title: "clientPages.record.tab.appointments", Tab: ClientAppointments },
  Beside: NextAppointments,
  Panel: AppointmentPanel,
};
