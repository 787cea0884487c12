/**
 * What people are told of. A further kind is a word here; what it leads to (`paths.ts`) and its texts do not compile
 * without. Its module declares it as a `NewsKind` and calls `notify`.
 */
export const notificationKinds = [
  "CLIENT_ASSIGNED",
  "MENTIONED",
  "TASK_ASSIGNED",
  "TASK_DUE",
  "APPOINTMENT_SOON",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
