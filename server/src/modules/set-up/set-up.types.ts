import { Field, InputType, ObjectType } from "type-graphql";

/** Whether the business still has to be set up. */
@ObjectType({ description: "Whether the business still has to be set up." })
export class SetUpState {
  @Field(() => Boolean)
  needed!: boolean;
}

@InputType()
export class SetUpInput {
  @Field(() => String)
  businessName!: string;
  @Field(() => String, { description: "`es` or `en`." })
  locale!: string;
  @Field(() => String, { description: "IANA name, such as America/Panama." })
  timeZone!: string;
  @Field(() => String, { description: "ISO 4217 code." })
  currency!: string;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2: of phone numbers without a prefix." })
  country?: string | null;
  @Field(() => String, { description: "Of the owner." })
  name!: string;
  @Field(() => String)
  email!: string;
  @Field(() => String)
  password!: string;
  @Field(() => Boolean, { nullable: true, description: "Whether to load the demo business." })
  demo?: boolean | null;
}
