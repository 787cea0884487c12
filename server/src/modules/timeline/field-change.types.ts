import { Field, ObjectType } from "type-graphql";

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

/** A value before and after. */
export type Difference = [before: unknown, after: unknown];
/** A difference of the ledger: old and new value by the column's name. */
export type Differences = Record<string, Difference>;
