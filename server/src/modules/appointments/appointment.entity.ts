import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";
import { Client } from "../clients/client.entity.ts";
import { Contact } from "../contacts/contact.entity.ts";
import { User } from "../people/user.entity.ts";

const AppointmentSchema = defineEntity({
  name: "Appointment",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    clientId: p.uuid(),
    title: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    timeZone: p.text(),
    place: p.text().nullable(),
    url: p.text().nullable(),
    notes: p.text().nullable(),
    remindMinutes: p.integer().nullable(),
    cancelledAt: p.datetime().nullable(),
    createdById: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    updatedAt: p
      .datetime()
      .defaultRaw("now()")
      .onUpdate(() => new Date()),
    version: p.integer().version(),
  },
});

/** A meeting with a client that was agreed on. */
@ObjectType({ implements: Node, description: "A meeting with a client that was agreed on." })
export class Appointment extends AppointmentSchema.class {
  declare [OptionalProps]?: "createdAt" | "updatedAt" | "version";

  @Field(() => ID)
  declare id: string;
  @Field(() => Client)
  client?: Client;
  @Field(() => String)
  declare title: string;
  @Field(() => DateTime)
  declare startsAt: Date;
  @Field(() => DateTime)
  declare endsAt: Date;
  @Field(() => String, { description: "IANA time zone on whose clocks it was agreed." })
  declare timeZone: string;
  @Field(() => String, { nullable: true })
  declare place: string | null;
  @Field(() => String, { nullable: true, description: "Where it is held on the web." })
  declare url: string | null;
  @Field(() => String, { nullable: true, description: "Plain text." })
  declare notes: string | null;
  @Field(() => [User], { description: "Colleagues who come, by name." })
  attendees?: User[];
  @Field(() => [Contact], { description: "The client's contacts who come, by name." })
  contacts?: Contact[];
  @Field(() => Int, { nullable: true, description: "How long before it starts to remind; null for never." })
  declare remindMinutes: number | null;
  @Field(() => DateTime, { nullable: true })
  declare cancelledAt: Date | null;
  @Field(() => User, { nullable: true })
  createdBy?: User | null;
  @Field(() => String, { description: "Path of its iCalendar file (RFC 5545)." })
  icsUrl?: string;
  @Field(() => DateTime)
  declare createdAt: Date;
  @Field(() => DateTime)
  declare updatedAt: Date;
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  declare version: number;
}
AppointmentSchema.setClass(Appointment);
