import type { TimelineKind } from "@clientela/shared/timeline/rules";
import { registerEnumType } from "type-graphql";

export const TimelineKindEnum: { [K in TimelineKind]: K } = {
  NOTE: "NOTE",
  CALL: "CALL",
  MEETING: "MEETING",
  CUSTOM: "CUSTOM",
  CLIENT_CREATED: "CLIENT_CREATED",
  CLIENT_EDITED: "CLIENT_EDITED",
  STATUS_CHANGED: "STATUS_CHANGED",
  CLIENT_DELETED: "CLIENT_DELETED",
  NEWSLETTER_CHANGED: "NEWSLETTER_CHANGED",
  CONTACT_CREATED: "CONTACT_CREATED",
  CONTACT_EDITED: "CONTACT_EDITED",
  CONTACT_ACTIVATED: "CONTACT_ACTIVATED",
  CONTACT_DEACTIVATED: "CONTACT_DEACTIVATED",
  CONTACT_DATA_REVEALED: "CONTACT_DATA_REVEALED",
  TASK_CREATED: "TASK_CREATED",
  TASK_DONE: "TASK_DONE",
  TASK_REOPENED: "TASK_REOPENED",
  APPOINTMENT_CREATED: "APPOINTMENT_CREATED",
  APPOINTMENT_MOVED: "APPOINTMENT_MOVED",
  APPOINTMENT_CANCELLED: "APPOINTMENT_CANCELLED",
  FILE_ADDED: "FILE_ADDED",
  FILE_DELETED: "FILE_DELETED",
  FILE_RESTORED: "FILE_RESTORED",
};
registerEnumType(TimelineKindEnum, {
  name: "TimelineKind",
  description:
    "NOTE, CALL, MEETING and CUSTOM (the business's own kinds) are written by people, the rest by the ledger.",
});
export const TimelineStageEnum = {
  PROSPECT: "PROSPECT",
  QUOTE: "QUOTE",
  SALE: "SALE",
  AFTER_SALE: "AFTER_SALE",
} as const;
registerEnumType(TimelineStageEnum, {
  name: "TimelineStage",
  description: "Where in the life of a client an activity belongs.",
});
