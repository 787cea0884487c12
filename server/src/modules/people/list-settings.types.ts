import type { ClientColumnKey } from "@clientela/shared/clients/columns";
import { Field, InputType, ObjectType } from "type-graphql";

const columns = "In their order, after the name: fields such as `email` or `source.channel`, `custom.<key>`.";

/** How a person has the client list, wherever they sign in. */
@ObjectType("ClientListSettings", { description: "How a person has the client list, wherever they sign in." })
export class ClientListSettingsType {
  @Field(() => [String], { nullable: true, description: `${columns} Null: the usual ones.` })
  columns!: string[] | null;
  @Field(() => Boolean, { description: "Rows of 32 pixels instead of 40." })
  compact!: boolean;
}

@InputType()
export class ClientListSettingsInput {
  @Field(() => [String], { nullable: true, description: `${columns} Null: the usual ones.` })
  columns!: ClientColumnKey[] | null;
  @Field(() => Boolean)
  compact!: boolean;
}
