import { type TimelineKind, timelineKinds } from "@clientela/shared/timeline/rules";
import { registerEnumType } from "type-graphql";

export const TimelineKindEnum = Object.fromEntries(timelineKinds.map((kind) => [kind, kind])) as {
  [K in TimelineKind]: K;
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
