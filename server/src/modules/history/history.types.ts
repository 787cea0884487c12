import { Field, ID, ObjectType } from "type-graphql";
import { DateTime } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";
import { FieldChange } from "../timeline/field-change.types.ts";

/** One change of one field. */
@ObjectType({ description: "One change of one field of a client." })
export class FieldRevision {
  @Field(() => ID, { description: "The timeline entry that tells of it." })
  entryId!: string;
  @Field(() => DateTime)
  occurredAt!: Date;
  @Field(() => User, { nullable: true, description: "Null: the system, or the client's own act." })
  actor!: { id: string } | null;
  @Field(() => FieldChange)
  change!: FieldChange;
}
