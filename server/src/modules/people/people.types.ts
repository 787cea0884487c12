import type { ClientListSettings } from "@clientela/shared/clients/columns";
import type { Role } from "@clientela/shared/permissions";
import { Field, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime } from "../../core/scalars.ts";
import { ClientListSettingsType } from "./list-settings.types.ts";
import { RoleEnum, User } from "./user.entity.ts";

/** The viewer, and what they may do. */
@ObjectType("Viewer", { description: "Who asks, and what they may do." })
export class ViewerType {
  @Field(() => User)
  user!: object;
  @Field(() => RoleEnum, { description: "Of an API key: the weaker of its own role and its maker's." })
  role!: Role;
  @Field(() => [String], {
    description: "What the role may do, such as `clients.write`; the admin shows what is in here.",
  })
  permissions!: string[];
  @Field(() => ClientListSettingsType, { description: "The usual ones until the person changes them." })
  clientList!: ClientListSettings;
}

/** A browser that is signed in as the viewer. */
@ObjectType({ implements: Node, description: "A browser that is signed in as the viewer." })
export class Session extends Node {
  @Field(() => Boolean, { description: "The one that asks." })
  current!: boolean;
  @Field(() => String, { nullable: true, description: "The browser as it names itself (User-Agent)." })
  device!: string | null;
  @Field(() => String, { nullable: true })
  ip!: string | null;
  @Field(() => DateTime)
  createdAt!: Date;
  @Field(() => DateTime, { description: "To about five minutes." })
  lastSeenAt!: Date;
}

/** An invitation as its link shows it. */
@ObjectType({ description: "What is shown to whoever opens an invitation's link." })
export class PendingInvitation {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  email!: string;
  @Field(() => String)
  businessName!: string;
}

/** A forgotten password's account as its link shows it. */
@ObjectType({ description: "What is shown to whoever opens the link of a forgotten password." })
export class PendingPasswordReset {
  @Field(() => String)
  email!: string;
  @Field(() => String)
  businessName!: string;
}

/** A link to sign up with. */
@ObjectType({ description: "A link to sign up with; it works once, for seven days." })
export class Invitation {
  @Field(() => User)
  user!: object;
  @Field(() => String, { description: "Ends in `?token=…`; shown only here, for only its hash is kept." })
  link!: string;
  @Field(() => DateTime)
  expiresAt!: Date;
  @Field(() => Boolean, { description: "Whether it is on its way by e-mail; else it has to be handed over." })
  mailed!: boolean;
}
