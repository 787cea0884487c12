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
}
