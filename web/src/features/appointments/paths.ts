import { flag, one, urlState } from "../../lists/urlState.ts";

/** The address's parameter that opens an appointment over whatever page: its id, or a new one. */
export const appointmentParameter = "appointment";

/** What the parameter says of a new appointment, at a local time of the business (`2026-03-29T10:00`) where one is known. */
export const newAppointment = (at?: string): string => (at ? `new@${at}` : "new");

const form = /^new(?:@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}))?$/;

/** What a new appointment's parameter says; null for a known one's id. */
export function readNewAppointment(parameter: string | null): { at: string | null } | null {
  const found = form.exec(parameter ?? "");
  return found && { at: found[1] ?? null };
}

/** The page of tasks: whether it shows a week of appointments, and a day in that. */
export const weekState = urlState({ week: flag("view", "week"), day: one("day") });
