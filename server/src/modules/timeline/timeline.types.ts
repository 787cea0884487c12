import type { TimelineKind, timelineStages } from "@clientela/shared/timeline/rules";
import { ArgsType, Field, ID, InputType, InterfaceType } from "type-graphql";
import { Connection, PageArgs } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";
import { DateRange } from "../settings/date-range.ts";
import { Tag } from "../tags/tag.entity.ts";
import { TimelineKindEnum, TimelineStageEnum } from "./timeline-kind.types.ts";

@InterfaceType({ description: "Something that happened with a client. One object type per family of kinds." })
export abstract class TimelineEntry {
  @Field(() => ID)
  id!: string;
  @Field(() => TimelineKindEnum)
  kind!: TimelineKind;
  @Field(() => Boolean, { description: "Written by the ledger itself; can be neither changed nor deleted." })
  automatic!: boolean;
  @Field(() => User, { nullable: true, description: "Null: the system, or the client's own act." })
  actor!: User | null;
  @Field(() => DateTime)
  occurredAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When a manual entry was last changed." })
  editedAt!: Date | null;
  @Field(() => String, { nullable: true })
  title!: string | null;
  @Field(() => String, { nullable: true, description: "Sanitised HTML of a manual entry." })
  description!: string | null;
  @Field(() => TimelineStageEnum, { nullable: true })
  stage!: (typeof timelineStages)[number] | null;
  @Field(() => [Tag])
  tags!: Tag[];
  @Field(() => String, { description: "One line in the viewer's language." })
  summary!: string;
  @Field(() => Boolean, { description: "Whether the viewer may change or delete it." })
  viewerCanEdit!: boolean;
}

export const TimelineConnection = Connection("Timeline", () => TimelineEntry as new () => TimelineEntry);

@InputType({ description: "Every condition must hold; a list means any of its values." })
export class TimelineFilter {
  @Field(() => [TimelineKindEnum], { nullable: true })
  kinds?: TimelineKind[] | null;
  @Field(() => [TimelineStageEnum], { nullable: true })
  stages?: (keyof typeof TimelineStageEnum)[] | null;
  @Field(() => [ID], { nullable: true })
  tagIds?: string[] | null;
  @Field(() => DateRange, { nullable: true })
  occurredAt?: DateRange | null;
  @Field(() => Boolean, { nullable: true, description: "True: only the ledger's own; false: only what people wrote." })
  automatic?: boolean | null;
  @Field(() => [ID], { nullable: true, description: "The business's own kinds, in addition to `kinds`." })
  customKindIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Only what these users wrote or caused." })
  actorIds?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Words in title or text of manual entries; accents and case ignored.",
  })
  search?: string | null;
  @Field(() => [ID], { nullable: true, description: "Only what is about these contacts." })
  contactIds?: string[] | null;
}

@ArgsType()
export class TimelineArgs extends PageArgs {
  @Field(() => TimelineFilter, { nullable: true })
  filter?: TimelineFilter | null;
}
