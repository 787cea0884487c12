import { clientFields, type TextFieldKey, textFields } from "@clientela/shared/clients/fields";
import { clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import type { CustomValue } from "@clientela/shared/custom-fields/types";
import { newsletterStatuses } from "@clientela/shared/lists/words";
import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../../core/node.ts";
import { DateTime, Json } from "../../core/scalars.ts";
import type { StoredAddress } from "../../database/column-types.ts";
import { ClientList, NewsletterStatusEnum, NewsletterSubscription } from "../lists/list.entity.ts";
import { Team } from "../people/team.entity.ts";
import { User } from "../people/user.entity.ts";
import { Tag } from "../tags/tag.entity.ts";
import {
  Address,
  ClientAbilities,
  ClientKindEnum,
  ClientStatusEnum,
  exposeTexts,
  Source,
  TaxProfile,
} from "./client.types.ts";

const nullableText = () => p.text().nullable();

/** The columns of the registry's texts. */
const textProperties = Object.fromEntries(
  textFields.map((key) => [key, clientFields[key].type === "date" ? p.date().nullable() : nullableText()]),
) as { [Key in TextFieldKey]: ReturnType<typeof nullableText> };

const ClientSchema = defineEntity({
  name: "Client",
  properties: {
    id: p.uuid().primary().defaultRaw("uuidv7()"),
    kind: p.enum(clientKinds).default("COMPANY"),
    name: p.text(),
    ...textProperties,
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
exposeTexts(Client, {
  contactPerson: "The name of the primary contact.",
  language: "BCP 47.",
  email: "`•••` for viewers who may not see contact data.",
  phone: "E.164 where it parses, otherwise as typed; masked like the e-mail.",
  mobile: "As `phone`.",
  whatsapp: "As `phone`.",
});
ClientSchema.setClass(Client);
