import { type PortalPermission, portalPermissions } from "@clientela/shared/contacts/rules";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";
import { Client } from "../clients/client.entity.ts";
import { PortalPermissionEnum } from "./contact.types.ts";

const ContactSchema = defineEntity({
  name: "Contact",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    clientId: p.uuid(),
    name: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    position: p.text().nullable(),
    isPrimary: p.boolean().default(false),
    active: p.boolean().default(true),
    portalPermissions: p.enum(portalPermissions).array().columnType("text[]").default([]),
    createdAt: p.datetime().defaultRaw("now()"),
    updatedAt: p
      .datetime()
      .defaultRaw("now()")
      .onUpdate(() => new Date()),
    version: p.integer().version(),
  },
});

/** A person at a client. */
@ObjectType({ implements: Node, description: "A person at a client." })
export class Contact extends ContactSchema.class {
  declare [OptionalProps]?: "isPrimary" | "active" | "portalPermissions" | "createdAt" | "updatedAt" | "version";

  @Field(() => ID)
  declare id: string;
  @Field(() => Client)
  client?: Client;
  @Field(() => String)
  declare name: string;
  @Field(() => String, { nullable: true, description: "`•••` for viewers who may not see contact data." })
  declare email: string | null;
  @Field(() => String, {
    nullable: true,
    description: "E.164 where it parses, otherwise as typed; masked like the e-mail.",
  })
  declare phone: string | null;
  @Field(() => String, { nullable: true })
  declare position: string | null;
  @Field(() => Boolean, { description: "One of the active contacts of each client is." })
  primary?: boolean;
  @Field(() => Boolean)
  declare active: boolean;
  @Field(() => [PortalPermissionEnum], { description: "What they may see and do in the client's portal." })
  declare portalPermissions: PortalPermission[];
  @Field(() => DateTime)
  declare createdAt: Date;
  @Field(() => DateTime)
  declare updatedAt: Date;
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  declare version: number;
}
ContactSchema.setClass(Contact);
