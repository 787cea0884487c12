import { Field, ID, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { Json } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

@ObjectType({
  implements: Node,
  description: "A filter of the client list under a name: one's own, or shared with everyone.",
})
export class SavedFilter extends Node {
  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  name!: string;
  @Field(() => Json, { description: "A ClientFilter, ready to be sent." })
  filter!: unknown;
  @Field(() => [String], {
    description:
      "A sentence on each condition that `filter` leaves out, for what it names is gone or hidden from the viewer.",
  })
  lost!: string[];
  @Field(() => Boolean)
  shared!: boolean;
  @Field(() => User)
  owner!: object | null;
}
