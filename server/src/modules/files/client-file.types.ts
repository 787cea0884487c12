import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { Connection } from "../../core/read/connection.ts";
import { DateTime } from "../../core/scalars.ts";
import { User } from "../people/user.entity.ts";

/** A file that belongs to a client. */
@ObjectType({ implements: Node, description: "A file that belongs to a client, by itself or in an activity." })
export class ClientFile extends Node {
  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: "By what is in it, whatever its name says." })
  mimeType!: string;
  @Field(() => Int, { description: "In bytes." })
  size!: number;
  @Field(() => String, { description: "Where it is downloaded, never shown." })
  url!: string;
  @Field(() => String, { nullable: true, description: "A picture of it, drawn anew; null for what is no picture." })
  previewUrl!: string | null;
  @Field(() => ID, { nullable: true, description: "The activity that it was attached to." })
  entryId!: string | null;
  @Field(() => User, { nullable: true })
  uploadedBy!: User | null;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => Boolean)
  viewerCanDelete!: boolean;
}

export const ClientFileConnection = Connection("ClientFile", () => ClientFile);
