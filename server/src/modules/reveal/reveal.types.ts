import { Field, ID, ObjectType } from "type-graphql";

/** A contact's data that are hidden from the viewer otherwise. */
@ObjectType({ description: "A contact's data that are hidden from the viewer otherwise." })
export class RevealedContact {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
}

/** A custom field's value that is hidden from the viewer otherwise. */
@ObjectType({ description: "A custom field's value that is hidden from the viewer otherwise." })
export class RevealedValue {
  @Field(() => String)
  key!: string;
  @Field(() => String, { description: "The field's name." })
  label!: string;
  @Field(() => String)
  value!: string;
}

/** Contact data that are hidden from the viewer otherwise. */
@ObjectType({ description: "Contact data that are hidden from the viewer otherwise." })
export class RevealedContactData {
  @Field(() => String, { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @Field(() => String, { nullable: true })
  mobile!: string | null;
  @Field(() => String, { nullable: true })
  whatsapp!: string | null;
  @Field(() => [RevealedContact], { description: "Of its active contacts." })
  contacts!: RevealedContact[];
  @Field(() => [RevealedValue], { description: "Of custom fields of type EMAIL and PHONE, in their order." })
  customFields!: RevealedValue[];
}
