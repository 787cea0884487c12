import { defineEntity, p } from "@mikro-orm/core";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";

const TagSchema = defineEntity({
  name: "Tag",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    name: p.text(),
    color: p.text(),
  },
});

/** A coloured word put on clients and on timeline entries. */
@ObjectType({
  implements: Node,
  description: "A coloured word put on clients and on timeline entries; never shown to clients.",
})
export class Tag extends TagSchema.class {
  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  declare name: string;
  @Field(() => String, { description: "`#rrggbb`." })
  declare color: string;
}
TagSchema.setClass(Tag);

/** What became of two tags that were made one. */
@ObjectType({ description: "What became of two tags that were made one." })
export class TagMerge {
  @Field(() => Tag)
  tag!: Tag;
  @Field(() => Int, { description: "How many clients carried the tag that is gone." })
  moved!: number;
}

@InputType()
export class TagInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  name?: string;
  @Field(() => String, { nullable: true, description: "`#rrggbb`; chosen from a palette when absent." })
  color?: string | null;
}
