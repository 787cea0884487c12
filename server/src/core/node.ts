import { Field, ID, InterfaceType } from "type-graphql";

/** Whatever has an id of its own. */
@InterfaceType({ description: "Whatever has an id of its own (UUIDv7)." })
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
