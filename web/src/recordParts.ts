/** Loads what other features bring to a client's record, all at once. */
export async function loadRecordParts() {
  const [timeline, tasks, openTasks, taskPanel, appointments, next, appointmentPanel] = await Promise.all([
    import("./features/timeline/ClientTimeline.tsx"),
    import("./features/tasks/ClientTasks.tsx"),
    import("./features/tasks/OpenTasks.tsx"),
    import("./features/tasks/components/TaskPanel.tsx"),
    import("./features/appointments/ClientAppointments.tsx"),
    import("./features/appointments/NextAppointments.tsx"),
    import("./features/appointments/components/AppointmentPanel.tsx"),
  ]);
  return {
    Timeline: timeline.ClientTimeline,
    Tasks: tasks.ClientTasks,
    OpenTasks: openTasks.OpenTasks,
    Appointments: appointments.ClientAppointments,
    NextAppointments: next.NextAppointments,
    panels: [taskPanel.TaskPanel, appointmentPanel.AppointmentPanel],
  };
}
