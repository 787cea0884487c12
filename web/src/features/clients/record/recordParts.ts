import type { ComponentType } from "react";

/** A part of the record that another feature brings. */
export type RecordPart = ComponentType<{ clientId: string }>;

/** What other features bring to a client's record. */
export interface RecordParts {
  Timeline: RecordPart;
  Tasks: RecordPart;
  Appointments: RecordPart;
  Files: RecordPart;
  /** In short, beside the record. */
  OpenTasks: RecordPart;
  NextAppointments: RecordPart;
  /** Panels that open over the record when its address says so. */
  panels: RecordPart[];
}
