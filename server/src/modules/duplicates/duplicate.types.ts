import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Client } from "../clients/client.entity.ts";

@InputType({ description: "What of a client is known so far; each given value is looked for." })
export class DuplicateProbe {
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true })
  mobile?: string | null;
  @Field(() => String, { nullable: true })
  whatsapp?: string | null;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true })
  taxId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2: of numbers without a prefix. Absent: the business's.",
  })
  country?: string | null;
  @Field(() => ID, { nullable: true, description: "The client that is being edited." })
  excludeId?: string | null;
}

/** A client that may be the same one. */
@ObjectType({ description: "A client that may be the same one." })
export class DuplicateMatch {
  @Field(() => String, { description: "Of the probe: `email`, `phone`, `mobile`, `whatsapp`, `taxId` or `name`." })
  field!: string;
  @Field(() => Boolean, { description: "False for a name that only resembles." })
  exact!: boolean;
  @Field(() => Client, { nullable: true, description: "Null where the viewer may not see whose it is." })
  client?: Client | null;
  clientId!: string | null;
}
