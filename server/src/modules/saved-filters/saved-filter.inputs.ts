import { ArgsType, Field } from "type-graphql";
import { ClientFilter } from "../clients/client.inputs.ts";

@ArgsType()
export class SaveFilterArgs {
  @Field(() => String)
  name!: string;
  @Field(() => ClientFilter)
  filter!: ClientFilter;
  @Field(() => Boolean, { nullable: true, description: "Whether everyone gets it; absent: only the viewer." })
  shared?: boolean | null;
}
