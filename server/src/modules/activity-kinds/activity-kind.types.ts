import { type ActivityIcon, activityIcons } from "@clientela/shared/timeline/rules";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";

/** A kind of activity that the business defined itself. */
@ObjectType({ implements: Node, description: "A kind of activity that the business defined itself." })
export class ActivityKind extends Node {
  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  label!: string;
  @Field(() => String, { description: `One of ${activityIcons.join(", ")}.` })
  icon!: ActivityIcon;
  @Field(() => String, { description: "`#rrggbb`." })
  color!: string;
  @Field(() => Boolean, { description: "Kept for what was written with it, and offered no more." })
  archived!: boolean;
}

@InputType({ description: "An omitted field stays as it is." })
export class ActivityKindInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  label?: string;
  @Field(() => String, { nullable: true, description: `Required at first. One of ${activityIcons.join(", ")}.` })
  icon?: string;
  @Field(() => String, { nullable: true, description: "Required at first. `#rrggbb`." })
  color?: string;
}
