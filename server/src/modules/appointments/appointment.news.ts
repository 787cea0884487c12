import type { NewsKind } from "../notifications/notify.ts";

export const appointmentSoon: NewsKind = { kind: "APPOINTMENT_SOON", about: "appointment_id", mayBeMailed: true };
