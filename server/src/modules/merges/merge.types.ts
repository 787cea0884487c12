import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime, Json } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

@InputType()
export class MergeClientsInput {
  @Field(() => ID)
  survivorId!: string;
  @Field(() => [ID], { description: "One to nine others, each counted once." })
  otherIds!: string[];
  @Field(() => Json, {
    nullable: true,
    description:
      "{key: id of the client whose value wins}: keys as FieldChange has them, `taxProfile`, `addresses.MAIN` … whole. A field left out keeps the survivor's value; where it has none, the proposed one. Status and newsletter status are as proposed.",
  })
  fields?: unknown;
}

@ObjectType()
export class MergeResult {
  @Field(() => ID, { description: "With which it can be undone for thirty days." })
  mergeId!: string;
  @Field(() => Int, { description: "Rows that are the survivor's now: activities, contacts, tasks …" })
  moved!: number;
  clientId!: string;
}

@ObjectType()
export class MergeValue {
  @Field(() => ID)
  clientId!: string;
  @Field(() => String, { nullable: true, description: "As the viewer may read it; null where there is none." })
  value!: string | null;
}

@ObjectType({ description: "A field of the clients that would become one." })
export class MergePreviewField {
  @Field(() => String, { description: "The key for `fields` of MergeClientsInput." })
  field!: string;
  @Field(() => String, { description: "Its name in the viewer's language." })
  label!: string;
  @Field(() => [MergeValue], { description: "Of every client, the survivor first." })
  values!: MergeValue[];
  @Field(() => ID, { description: "Whose value is proposed: the fuller, then the newer, never an empty one." })
  proposed!: string;
  @Field(() => Boolean, { description: "Whether there is something to choose." })
  differs!: boolean;
}

@ObjectType()
export class MergeMove {
  @Field(() => String, { description: "The kind of rows: `timeline_entry`, `contact`, `task` …" })
  kind!: string;
  @Field(() => String, { description: "In the viewer's language." })
  label!: string;
  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: "What would become of clients that are merged." })
export class MergePreview {
  @Field(() => [MergePreviewField], { description: "Those that at least one of them has." })
  fields!: MergePreviewField[];
  @Field(() => [MergeMove], { description: "What the survivor gets from the others." })
  moves!: MergeMove[];
  @Field(() => [String], { description: "What is to be known before, in the viewer's language." })
  warnings!: string[];
}

@ObjectType({ description: "Clients that became one." })
export class ClientMerge {
  @Field(() => ID)
  id!: string;
  @Field(() => DateTime)
  at!: Date;
  @Field(() => User, { nullable: true })
  by!: object | null;
  @Field(() => DateTime, { nullable: true, description: "Null once it was undone, or is too long ago." })
  undoableUntil!: Date | null;
  @Field(() => DateTime, { nullable: true })
  undoneAt!: Date | null;
  @Field(() => [String], {
    description: "What the undo left with the survivor or could not bring back, in the viewer's language.",
  })
  left!: string[];
  clientId!: string;
}
