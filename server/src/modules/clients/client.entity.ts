import { clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { CalendarDate, DateTime, Json } from "../../core/scalars.ts";
import type { StoredAddress } from "../../database/column-types.ts";
import { ClientList, NewsletterStatusEnum, NewsletterSubscription } from "../lists/list.entity.ts";
import { Team } from "../people/team.entity.ts";
import { User } from "../people/user.entity.ts";
import { Tag } from "../tags/tag.entity.ts";
import { Address, ClientAbilities, ClientKindEnum, ClientStatusEnum, Source, TaxProfile } from "./client.types.ts";

const ClientSchema = defineEntity({
  name: "Client",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    kind: p.enum(clientKinds).default("COMPANY"),
    name: p.text(),
    contactPerson: p.text().nullable(),
    firstName: p.text().nullable(),
    lastName: p.text().nullable(),
    birthDate: p.date().nullable(),
    gender: p.text().nullable(),
    language: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    mobile: p.text().nullable(),
    whatsapp: p.text().nullable(),
    website: p.text().nullable(),
    status: p.enum(clientStatuses).default("PROSPECT"),
    taxLegalName: p.text().nullable(),
    taxCountry: p.text().nullable(),
    taxIdType: p.text().nullable(),
    taxId: p.text().nullable(),
    taxCheckDigit: p.text().nullable(),
    taxRucType: p.text().nullable(),
    taxFiscalCode: p.text().nullable(),
    newsletterStatus: p.enum(newsletterStatuses).default("NEVER"),
    addresses: p.json<StoredAddress[]>().defaultRaw("'[]'"),
    custom: p.json<Record<string, CustomValue>>().defaultRaw("'{}'"),
    avatarId: p.uuid().nullable(),
    statusBeforeInactive: p.enum(clientStatuses).nullable(),
    ownerId: p.uuid().nullable(),
    teamId: p.uuid().nullable(),
    sourceChannel: p.text().default("MANUAL"),
    emailShared: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw("now()"),
    updatedAt: p
      .datetime()
      .defaultRaw("now()")
      .onUpdate(() => new Date()),
    version: p.integer().version(),
    deletedAt: p.datetime().nullable(),
  },
});

/** A client or prospect of the business. */
@ObjectType({ implements: Node, description: "A client or prospect of the business." })
export class Client extends ClientSchema.class {
  declare [OptionalProps]?:
    | "kind"
    | "status"
    | "addresses"
    | "custom"
    | "sourceChannel"
    | "newsletterStatus"
    | "emailShared"
    | "createdAt"
    | "updatedAt"
    | "version";

  @Field(() => ID)
  declare id: string;
  @Field(() => ClientKindEnum)
  declare kind: (typeof clientKinds)[number];
  @Field(() => String, { description: "Of the client or business." })
  declare name: string;
  @Field(() => String, { nullable: true, description: "The name of the primary contact." })
  declare contactPerson: string | null;
  @Field(() => String, { nullable: true })
  declare firstName: string | null;
  @Field(() => String, { nullable: true })
  declare lastName: string | null;
  @Field(() => CalendarDate, { nullable: true })
  declare birthDate: string | null;
  @Field(() => String, { nullable: true })
  declare gender: string | null;
  @Field(() => String, { nullable: true, description: "BCP 47." })
  declare language: string | null;
  @Field(() => String, { nullable: true, description: "`•••` for viewers who may not see contact data." })
  declare email: string | null;
  @Field(() => String, {
    nullable: true,
    description: "E.164 where it parses, otherwise as typed; masked like the e-mail.",
  })
  declare phone: string | null;
  @Field(() => String, { nullable: true, description: "As `phone`." })
  declare mobile: string | null;
  @Field(() => String, { nullable: true, description: "As `phone`." })
  declare whatsapp: string | null;
  @Field(() => String, { nullable: true })
  declare website: string | null;
  @Field(() => ClientStatusEnum)
  declare status: (typeof clientStatuses)[number];
  @Field(() => TaxProfile)
  taxProfile?: TaxProfile;
  @Field(() => [Address])
  declare addresses: StoredAddress[];
  @Field(() => User, { nullable: true, description: "Who is responsible inside the business." })
  owner?: User | null;
  @Field(() => Team, { nullable: true })
  team?: Team | null;
  @Field(() => [Tag])
  tags?: Tag[];
  @Field(() => [ClientList], { description: "By name; newsletters it unsubscribed from are left out." })
  lists?: ClientList[];
  @Field(() => NewsletterStatusEnum)
  declare newsletterStatus: keyof typeof NewsletterStatusEnum;
  @Field(() => [NewsletterSubscription], {
    description: "Every newsletter it has a state with, unsubscribed ones too.",
  })
  newsletters?: NewsletterSubscription[];
  @Field(() => String, { nullable: true, description: "Path of a square WebP image of 256 pixels." })
  avatarUrl?: string | null;
  @Field(() => Json, {
    description:
      "{key: value} of the custom fields that have one, in their order; contact data masked like the e-mail.",
  })
  customFields?: Record<string, CustomValue>;
  @Field(() => Source)
  source?: Source;
  @Field(() => DateTime, { nullable: true, description: "The latest moment of an activity with the client." })
  lastInteractionAt?: Date | null;
  @Field(() => DateTime)
  declare createdAt: Date;
  @Field(() => DateTime)
  declare updatedAt: Date;
  @Field(() => Int, { description: "Grows with each change; see `expectedVersion`." })
  declare version: number;
  @Field(() => ClientAbilities)
  viewerCan?: ClientAbilities;
}
ClientSchema.setClass(Client);
