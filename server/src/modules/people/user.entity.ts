import type { ClientListSettings } from "@clientela/shared/clients/columns";
import { roles } from "@clientela/shared/permissions";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";

/** The values of a union type as an enum that GraphQL can show. */
export const RoleEnum = { OWNER: "OWNER", ADMIN: "ADMIN", AGENT: "AGENT" } as const;
registerEnumType(RoleEnum, {
  name: "Role",
  description: "OWNER and ADMIN see every client; AGENT those of their teams.",
});

const UserSchema = defineEntity({
  name: "User",
  tableName: "app_user",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    name: p.text(),
    email: p.text(),
    role: p.enum(roles),
    active: p.boolean().default(true),
    passwordHash: p.text().nullable(),
    locale: p.text().nullable(),
    invitationHash: p.blob().nullable(),
    invitationExpiresAt: p.datetime().nullable(),
    clientList: p.json<ClientListSettings>().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});

/** A person of the business who may sign in. */
@ObjectType({ implements: Node, description: "A person of the business who may sign in." })
export class User extends UserSchema.class {
  declare [OptionalProps]?: "active" | "createdAt";

  @Field(() => ID)
  declare id: string;
  @Field(() => String)
  declare name: string;
  @Field(() => String)
  declare email: string;
  @Field(() => RoleEnum)
  declare role: (typeof roles)[number];
  @Field(() => Boolean, { description: "False: cannot sign in; what they did stays under their name." })
  declare active: boolean;
  @Field(() => String, { nullable: true, description: "BCP 47 language of the admin; null follows the browser." })
  declare locale: string | null;
  @Field(() => DateTime)
  declare createdAt: Date;
}
UserSchema.setClass(User);
