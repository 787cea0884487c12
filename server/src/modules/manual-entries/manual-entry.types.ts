import type { TimelineKind } from "@clientela/shared/timeline/rules";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../core/scalars.ts";

import { ActivityKind } from "../activity-kinds/activity-kind.types.ts";
import { Contact } from "../contacts/contact.entity.ts";
import { ClientFile } from "../files/client-file.types.ts";
import { User } from "../people/user.entity.ts";
import { TimelineEntry } from "../timeline/timeline.types.ts";
import { TimelineKindEnum, TimelineStageEnum } from "../timeline/timeline-kind.types.ts";
import { type RevisionChange, RevisionChangeEnum, TimelineRevision } from "./revision.types.ts";

@ObjectType({
  implements: TimelineEntry,
  description: "A note, call, meeting or other activity that a person wrote down.",
})
export class ManualEntry extends TimelineEntry {
  @Field(() => ActivityKind, { nullable: true, description: "Which of the business's own kinds a CUSTOM one is." })
  customKind!: ActivityKind | null;
  @Field(() => Contact, { nullable: true, description: "Which of the client's people it was with." })
  contact!: Contact | null;
  @Field(() => [User], { description: "The colleagues named in it, whose ids its text holds as `data-mention`." })
  mentions!: User[];
  @Field(() => [ClientFile])
  files!: ClientFile[];
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  version!: number;
  @Field(() => [TimelineRevision], {
    description: "What it said before each change, latest first. For its author and who moderates; empty for others.",
  })
  revisions!: TimelineRevision[];
}

@InputType()
export class TimelineEntryInput {
  @Field(() => TimelineKindEnum, { nullable: true, description: "NOTE (when absent), CALL, MEETING or CUSTOM." })
  kind?: TimelineKind | null;
  @Field(() => ID, { nullable: true, description: "Which of the business's own kinds; CUSTOM has one, no other has." })
  customKindId?: string | null;
  @Field(() => String, { nullable: true })
  title?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Required at first. HTML; what could run is taken out. Plain text is HTML too, once < and & are escaped. `<span data-mention="<user id>">` mentions who may see the client.',
  })
  description?: string;
  @Field(() => TimelineStageEnum, { nullable: true })
  stage?: keyof typeof TimelineStageEnum | null;
  @Field(() => [ID], { nullable: true })
  tagIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: "One of the client's contacts, whom it was with. An omitted one stays as it is; null clears it.",
  })
  contactId?: string | null;
  @Field(() => [ID], { nullable: true, description: "Files uploaded with `PUT /files/clients/<id>?name=…&waits`." })
  fileIds?: string[] | null;
  @Field(() => DateTime, { nullable: true, description: "Now when absent." })
  occurredAt?: Date | null;
}

@ObjectType({ description: "Something that was done to a manual entry." })
export class TimelineEntryChange {
  @Field(() => ID)
  entryId!: string;
  @Field(() => RevisionChangeEnum)
  change!: RevisionChange;
  @Field(() => TimelineEntry, { nullable: true, description: "As it is now; null when it is deleted." })
  entry!: TimelineEntry | null;
}
