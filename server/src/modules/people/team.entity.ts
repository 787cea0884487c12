import { defineEntity, p } from "@mikro-orm/core";
import { Field, ID, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";

const TeamSchema = defineEntity({
  name: "Team",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    name: p.text(),
  },
});

/** People who share the clients assigned to their team. */
@ObjectType({ implements: Node, description: "People who share the clients assigned to their team." })
export class Team extends TeamSchema.class {
  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  declare name: string;
}
TeamSchema.setClass(Team);
