import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { appointmentParameter } from "./features/appointments/paths.ts";
import { newClientParameter } from "./features/clients/paths.ts";
import { taskParameter } from "./features/tasks/paths.ts";

const loadClient = () => import("./features/clients/form/NewClientPanel.tsx");
const loadTask = () => import("./features/tasks/components/TaskPanel.tsx");
const loadAppointment = () => import("./features/appointments/components/AppointmentPanel.tsx");
const NewClientPanel = lazy(() => loadClient().then(({ NewClientPanel }) => ({ default: NewClientPanel })));
const TaskPanel = lazy(() => loadTask().then(({ TaskPanel }) => ({ default: TaskPanel })));
const AppointmentPanel = lazy(() => loadAppointment().then(({ AppointmentPanel }) => ({ default: AppointmentPanel })));

/** Fetches what the panels are made of, before somebody asks for one. */
export const preloadPanels = () => Promise.allSettled([loadClient(), loadTask(), loadAppointment()]);

/**
 * The panels that the address opens over whatever page one is on, which stays as it is.
 * @param withRecord the page is a client's record, which brings panels of its own for tasks and appointments
 */
export function Panels({ withRecord }: { withRecord: boolean }) {
  const [params] = useSearchParams();
  return (
    <Suspense>
      {params.has(newClientParameter) && <NewClientPanel />}
      {!withRecord && params.has(taskParameter) && <TaskPanel />}
      {!withRecord && params.has(appointmentParameter) && <AppointmentPanel />}
    </Suspense>
  );
}
