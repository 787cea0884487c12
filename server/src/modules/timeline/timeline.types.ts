import type { TimelineKind, timelineStages } from "@clientela/shared/timeline/rules";
import { ArgsType, Field, ID, InputType, Int, InterfaceType, ObjectType } from "type-graphql";
import { Connection, PageArgs } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";
import { ActivityKind } from "../activity-kinds/activity-kind.types.ts";
import { Appointment } from "../appointments/appointment.entity.ts";
import { Client } from "../clients/client.entity.ts";
import { ClientStatusEnum } from "../clients/client.types.ts";
import { Contact } from "../contacts/contact.entity.ts";
import { ClientFile } from "../files/client-file.types.ts";
import { NewsletterStateEnum } from "../lists/list.entity.ts";
import { User } from "../people/user.entity.ts";
import { DateRange } from "../settings/date-range.ts";
import { Tag } from "../tags/tag.entity.ts";
import { Task } from "../tasks/task.entity.ts";
import { TimelineKindEnum, TimelineStageEnum } from "./timeline-kind.types.ts";
import { type RevisionChange, RevisionChangeEnum, TimelineRevision } from "./timeline-revision.types.ts";

@InterfaceType({ description: "Something that happened with a client. One object type per family of kinds." })
export abstract class TimelineEntry {
  @Field(() => ID)
  id!: string;
  @Field(() => TimelineKindEnum)
  kind!: TimelineKind;
  @Field(() => Boolean, { description: "Written by the ledger itself; can be neither changed nor deleted." })
  automatic!: boolean;
  @Field(() => Client)
  client!: Client;
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

@ObjectType({ implements: TimelineEntry, description: "A client was created or deleted." })
export class ClientLifecycleEntry extends TimelineEntry {}

@ObjectType({ description: "A field before and after, as a person reads it; masked like the field itself." })
export class FieldChange {
  @Field(() => String, {
    description: "Key of the field, such as `contactPerson`, `taxProfile.taxId` or `customFields.level`.",
  })
  field!: string;
  @Field(() => String, { description: "Its name in the viewer's language, or as the business named it." })
  label!: string;
  @Field(() => String, {
    description:
      "What the values are: `text`, `phone`, `number`, `date`, `country`, `choice` …; as programs write them.",
  })
  type!: string;
  @Field(() => String, { nullable: true })
  before!: string | null;
  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ implements: TimelineEntry, description: "Fields of the client were changed." })
export class ClientEditedEntry extends TimelineEntry {
  @Field(() => [FieldChange])
  changes!: FieldChange[];
}

@ObjectType({ implements: TimelineEntry, description: "The client's status was changed." })
export class StatusChangedEntry extends TimelineEntry {
  @Field(() => ClientStatusEnum)
  before!: keyof typeof ClientStatusEnum;
  @Field(() => ClientStatusEnum)
  after!: keyof typeof ClientStatusEnum;
}

@ObjectType({ implements: TimelineEntry, description: "The client's state with a newsletter was changed." })
export class NewsletterChangedEntry extends TimelineEntry {
  @Field(() => ID, { description: "Of the newsletter, which may have been deleted since." })
  listId!: string;
  @Field(() => String, { description: "Name of the newsletter at that time." })
  list!: string;
  @Field(() => NewsletterStateEnum, { nullable: true })
  before!: keyof typeof NewsletterStateEnum | null;
  @Field(() => NewsletterStateEnum, { nullable: true, description: "Null: taken off, or the newsletter was deleted." })
  after!: keyof typeof NewsletterStateEnum | null;
  @Field(() => String, { nullable: true, description: "Why somebody who had unsubscribed was put back." })
  reason!: string | null;
}

@ObjectType({ implements: TimelineEntry, description: "A contact was added, changed, activated or deactivated." })
export class ContactEntry extends TimelineEntry {
  @Field(() => Contact)
  contact!: Contact;
  @Field(() => [FieldChange], { description: "Their fields are those of Contact." })
  changes!: FieldChange[];
}

@ObjectType({
  implements: TimelineEntry,
  description: "Hidden contact data was shown to an agent. Agents see only their own such entries.",
})
export class ContactDataRevealedEntry extends TimelineEntry {
  @Field(() => String)
  reason!: string;
}

@ObjectType({ implements: TimelineEntry, description: "A task was created, done or reopened." })
export class TaskEntry extends TimelineEntry {
  @Field(() => Task, { nullable: true, description: "Null once it was deleted." })
  task!: Task | null;
}
@ObjectType({ implements: TimelineEntry, description: "An appointment was made, moved or cancelled." })
export class AppointmentEntry extends TimelineEntry {
  @Field(() => Appointment)
  appointment!: Appointment;
  @Field(() => DateTime, { description: "When it was to start from then on." })
  startsAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "Of one that was moved: when it was to start before." })
  startedAt!: Date | null;
  @Field(() => String)
  timeZone!: string;
}

@ObjectType({
  implements: TimelineEntry,
  description: "A file of the client itself, rather than of an activity, was added, deleted or put back.",
})
export class FileEntry extends TimelineEntry {
  @Field(() => ID)
  fileId!: string;
  @Field(() => ClientFile, { nullable: true, description: "Null while it is deleted." })
  file!: ClientFile | null;
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
