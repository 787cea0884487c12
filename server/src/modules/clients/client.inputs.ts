import type { TextFieldKey } from "@clientela/shared/clients/fields";
import type { ClientStatus } from "@clientela/shared/clients/words";
import { ArgsType, Field, ID, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../../core/read/connection.ts";
import { Json } from "../../core/scalars.ts";
import { CustomFieldCondition } from "../custom-fields/custom-field.types.ts";
import { NewsletterStatusEnum } from "../lists/list.entity.ts";
import { DateRange } from "../settings/date-range.ts";
import { AddressTypeEnum, ChannelEnum, ClientKindEnum, ClientStatusEnum, exposeTexts } from "./client.types.ts";

@InputType()
export class AddressInput {
  @Field(() => AddressTypeEnum)
  type!: keyof typeof AddressTypeEnum;
  @Field(() => String, { nullable: true })
  line1?: string | null;
  @Field(() => String, { nullable: true })
  line2?: string | null;
  @Field(() => String, { nullable: true })
  city?: string | null;
  @Field(() => String, { nullable: true })
  region?: string | null;
  @Field(() => String, { nullable: true })
  postalCode?: string | null;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2." })
  country?: string | null;
}

@InputType({ description: "Replaces the whole tax profile." })
export class TaxProfileInput {
  @Field(() => String, { nullable: true })
  legalName?: string | null;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2." })
  country?: string | null;
  @Field(() => String, { nullable: true })
  idType?: string | null;
  @Field(() => String, { nullable: true })
  taxId?: string | null;
  @Field(() => String, { nullable: true })
  checkDigit?: string | null;
  @Field(() => String, { nullable: true })
  rucType?: string | null;
  @Field(() => String, { nullable: true })
  fiscalCode?: string | null;
}

/** Only a type: its fields are given to GraphQL below the class. */
const TextInputs = class {} as new () => { [Key in TextFieldKey]?: string | null };

@InputType({ description: "An omitted field stays as it is; null clears it." })
export class UpdateClientInput extends TextInputs {
  @Field(() => ClientKindEnum, { nullable: true })
  kind?: keyof typeof ClientKindEnum;
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => ClientStatusEnum, { nullable: true })
  status?: ClientStatus;
  @Field(() => TaxProfileInput, { nullable: true })
  taxProfile?: TaxProfileInput | null;
  @Field(() => [AddressInput], { nullable: true, description: "All addresses." })
  addresses?: AddressInput[] | null;
  @Field(() => ID, { nullable: true })
  ownerId?: string | null;
  @Field(() => ID, { nullable: true })
  teamId?: string | null;
  @Field(() => [ID], { nullable: true, description: "All tags." })
  tagIds?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      "All plain lists. A newsletter among them is subscribed to by who never was on it; whoever unsubscribed stays so, and one that is left out stays as it is: see setNewsletterState.",
  })
  listIds?: string[] | null;
  @Field(() => NewsletterStatusEnum, { nullable: true })
  newsletterStatus?: keyof typeof NewsletterStatusEnum;
  @Field(() => Json, {
    nullable: true,
    description:
      "{key: value}: absent keys stay as they are, null clears one. Numbers have 15 digits at most, days are 2024-01-31, several choices a list.",
  })
  customFields?: unknown;
}
exposeTexts(UpdateClientInput, {
  contactPerson:
    "Who is called so becomes the primary contact, a new contact if need be; null puts the primary one out of use.",
  language: "BCP 47.",
});

@InputType()
export class CreateClientInput extends UpdateClientInput {
  @Field(() => String)
  declare name: string;
}

@InputType({ description: "Every condition must hold; a list means any of its values." })
export class ClientFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Words found in name, contact person, e-mail, phones or a tag; accents, case and order of words ignored. Words of one or two letters are found at the beginning of words only.",
  })
  search?: string | null;
  @Field(() => [ClientStatusEnum], { nullable: true, description: "Absent: all but INACTIVE." })
  status?: ClientStatus[] | null;
  @Field(() => [ClientKindEnum], { nullable: true })
  kind?: (keyof typeof ClientKindEnum)[] | null;
  @Field(() => DateRange, { nullable: true })
  createdAt?: DateRange | null;
  @Field(() => [ID], { nullable: true })
  tagIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  listIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  ownerIds?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Those that nobody looks after: only these, or beside those of `ownerIds`. false: as if absent.",
  })
  withoutOwner?: boolean | null;
  @Field(() => [ID], { nullable: true })
  teamIds?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Those of no team: only these, or beside those of `teamIds`. false: as if absent.",
  })
  withoutTeam?: boolean | null;
  @Field(() => [String], { nullable: true, description: "ISO 3166-1 alpha-2, of the main address, as what follows." })
  country?: string[] | null;
  @Field(() => [String], { nullable: true, description: "Accents and case ignored, as in what follows." })
  region?: string[] | null;
  @Field(() => [String], { nullable: true })
  city?: string[] | null;
  @Field(() => [String], { nullable: true })
  postalCode?: string[] | null;
  @Field(() => [String], { nullable: true, description: "BCP 47." })
  language?: string[] | null;
  @Field(() => [ChannelEnum], { nullable: true })
  channel?: (keyof typeof ChannelEnum)[] | null;
  @Field(() => [NewsletterStatusEnum], { nullable: true })
  newsletterStatus?: (keyof typeof NewsletterStatusEnum)[] | null;
  @Field(() => [CustomFieldCondition], { nullable: true, description: "All of them must hold; at most 20." })
  customFields?: CustomFieldCondition[] | null;
}

export const ClientOrderField = {
  NAME: "NAME",
  EMAIL: "EMAIL",
  STATUS: "STATUS",
  CREATED_AT: "CREATED_AT",
  LAST_INTERACTION_AT: "LAST_INTERACTION_AT",
} as const;
registerEnumType(ClientOrderField, { name: "ClientOrderField" });
export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(SortDirection, { name: "SortDirection" });

@InputType()
export class ClientOrder {
  @Field(() => ClientOrderField)
  field!: keyof typeof ClientOrderField;
  @Field(() => SortDirection)
  direction!: keyof typeof SortDirection;
}

@ArgsType()
export class ClientsArgs extends PageArgs {
  @Field(() => ClientFilter, { nullable: true })
  filter?: ClientFilter | null;
  @Field(() => ClientOrder, { nullable: true, description: "Latest created first when absent." })
  orderBy?: ClientOrder | null;
}
