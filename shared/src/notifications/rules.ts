/**
 * What people are told of. A further kind is a word here, its texts in `locales/<language>/notifications.ts` and a call of
 * `notify`.
 */
export const notificationKinds = [
  "CLIENT_ASSIGNED",
  "MENTIONED",
  "TASK_ASSIGNED",
  "TASK_DUE",
  "APPOINTMENT_SOON",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
