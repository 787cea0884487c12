import type { timelineStages } from "@clientela/shared/timeline/rules";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../core/scalars.ts";
import type { Database } from "../../database/tables.ts";
import { ActivityKind } from "../activity-kinds/activity-kind.types.ts";
import { User } from "../people/user.entity.ts";
import { TimelineKindEnum, TimelineStageEnum } from "../timeline/timeline-kind.types.ts";

export type RevisionChange = Database["timeline_revision"]["change"];
export const RevisionChangeEnum: { [C in RevisionChange]: C } = {
  EDITED: "EDITED",
  DELETED: "DELETED",
  RESTORED: "RESTORED",
};
registerEnumType(RevisionChangeEnum, { name: "RevisionChange", description: "What was done to a manual entry." });

/** What a manual entry said before one of its changes. */
@ObjectType({ description: "What a manual entry said before one of its changes." })
export class TimelineRevision {
  @Field(() => ID)
  id!: string;
  @Field(() => RevisionChangeEnum, { description: "The change that ended it." })
  change!: RevisionChange;
  @Field(() => DateTime, { description: "When it was changed." })
  changedAt!: Date;
  @Field(() => User, { nullable: true, description: "Who changed it; null for the system." })
  actor!: User | null;
  @Field(() => TimelineKindEnum)
  kind!: keyof typeof TimelineKindEnum;
  @Field(() => ActivityKind, { nullable: true })
  customKind!: ActivityKind | null;
  @Field(() => String, { nullable: true })
  title!: string | null;
  @Field(() => String, { nullable: true, description: "Sanitised HTML." })
  description!: string | null;
  @Field(() => TimelineStageEnum, { nullable: true })
  stage!: (typeof timelineStages)[number] | null;
  @Field(() => [String], { description: "Names of the tags it had." })
  tags!: string[];
  @Field(() => String, { nullable: true, description: "Name of the contact it was with." })
  contact!: string | null;
  @Field(() => [String], { description: "Names of the files it had." })
  files!: string[];
  @Field(() => DateTime)
  occurredAt!: Date;
}
