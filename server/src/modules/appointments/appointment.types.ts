import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { PageArgs } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";
import { DateRange } from "../settings/date-range.ts";

@InputType({ description: "An omitted field stays as it is; null clears it." })
export class AppointmentInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  title?: string;
  @Field(() => DateTime, { nullable: true, description: "Required at first. Moved alone, it takes `endsAt` with it." })
  startsAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Required at first." })
  endsAt?: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      "IANA time zone on whose clocks it was agreed; the business's at first. Changed without `startsAt`, the time on the clock stays and the moment moves.",
  })
  timeZone?: string | null;
  @Field(() => String, { nullable: true })
  place?: string | null;
  @Field(() => String, { nullable: true, description: "Where it is held on the web." })
  url?: string | null;
  @Field(() => String, { nullable: true, description: "Plain text." })
  notes?: string | null;
  @Field(() => [ID], { nullable: true, description: "Colleagues who can see the client; all of them." })
  attendeeIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Contacts of the client; all of them." })
  contactIds?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: "How long before it starts to remind; 15 for a new one when absent, null for never.",
  })
  remindMinutes?: number | null;
}

@InputType({ description: "Every condition must hold; a list means any of its values." })
export class AppointmentFilter {
  @Field(() => Boolean, { nullable: true, description: "True: only what has not ended; false: only what has." })
  upcoming?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "True: cancelled ones too." })
  cancelled?: boolean | null;
  @Field(() => DateRange, { nullable: true, description: "Of the day it starts." })
  starts?: DateRange | null;
  @Field(() => [ID], { nullable: true })
  attendeeIds?: string[] | null;
  @Field(() => ID, { nullable: true })
  clientId?: string | null;
}

@ArgsType()
export class AppointmentsArgs extends PageArgs {
  @Field(() => AppointmentFilter, { nullable: true })
  filter?: AppointmentFilter | null;
}
