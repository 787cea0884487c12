import { roles } from "@clientela/shared/permissions";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";
import { RoleEnum } from "../people/user.entity.ts";

const ApiKeySchema = defineEntity({
  name: "ApiKey",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    name: p.text(),
    role: p.enum(roles),
    secretHash: p.blob(),
    prefix: p.text(),
    createdById: p.uuid(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});

/** A key with which a program signs in. */
@ObjectType({ implements: Node, description: "A key with which a program signs in: `Authorization: Bearer …`." })
export class ApiKey extends ApiKeySchema.class {
  declare [OptionalProps]?: "createdAt";

  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  declare name: string;
  @Field(() => RoleEnum, { description: "What the key may do, and never more than its maker may." })
  declare role: (typeof roles)[number];
  @Field(() => String, { description: "How the key begins, to tell it from others." })
  declare prefix: string;
  @Field(() => DateTime)
  declare createdAt: Date;
  @Field(() => DateTime, { nullable: true })
  declare expiresAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: "To about five minutes." })
  declare lastUsedAt: Date | null;
}
ApiKeySchema.setClass(ApiKey);

/** A new key with its secret. */
@ObjectType({ description: "A new key; its secret is shown only here." })
export class CreatedApiKey {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  secret!: string;
}

@InputType()
export class ApiKeyInput {
  @Field(() => String)
  name!: string;
  @Field(() => RoleEnum)
  role!: (typeof roles)[number];
  @Field(() => DateTime, { nullable: true, description: "Null: until it is revoked." })
  expiresAt?: Date | null;
}
