import { clientFields, type TextFieldKey, textFields } from "@clientela/shared/clients/fields";
import { addressTypes, channels, clientKinds, clientStatuses } from "@clientela/shared/clients/words";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../../core/enum.ts";
import { CalendarDate, Json } from "../../core/scalars.ts";

export const ClientStatusEnum = enumOf(clientStatuses);
registerEnumType(ClientStatusEnum, {
  name: "ClientStatus",
  description: "PROSPECT has not bought yet, CLIENT has, INACTIVE no longer works with us or was given up.",
});
export const ClientKindEnum = enumOf(clientKinds);
registerEnumType(ClientKindEnum, { name: "ClientKind" });
export const AddressTypeEnum = enumOf(addressTypes);
registerEnumType(AddressTypeEnum, {
  name: "AddressType",
  description: "One MAIN and one BILLING at most; any number of SHIPPING.",
});
export const ChannelEnum = enumOf(channels);
registerEnumType(ChannelEnum, { name: "Channel", description: "How a client came to us." });

/** What documents and tax offices need to know. */
@ObjectType({ description: "What documents and tax offices need to know." })
export class TaxProfile {
  @Field(() => String, { nullable: true })
  legalName!: string | null;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2." })
  country!: string | null;
  @Field(() => String, { nullable: true })
  idType!: string | null;
  @Field(() => String, { nullable: true })
  taxId!: string | null;
  @Field(() => String, { nullable: true, description: "Panama's DV." })
  checkDigit!: string | null;
  @Field(() => String, { nullable: true, description: "Panama's type of RUC." })
  rucType!: string | null;
  @Field(() => String, { nullable: true })
  fiscalCode!: string | null;
}

@ObjectType()
export class Address {
  @Field(() => AddressTypeEnum)
  type!: keyof typeof AddressTypeEnum;
  @Field(() => String, { nullable: true })
  line1!: string | null;
  @Field(() => String, { nullable: true })
  line2!: string | null;
  @Field(() => String, { nullable: true })
  city!: string | null;
  @Field(() => String, { nullable: true })
  region!: string | null;
  @Field(() => String, { nullable: true })
  postalCode!: string | null;
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2." })
  country!: string | null;
}

/** Where a client came from. */
@ObjectType({ description: "Where a client came from." })
export class Source {
  @Field(() => ChannelEnum)
  channel!: keyof typeof ChannelEnum;
  @Field(() => String, { nullable: true })
  campaign!: string | null;
  @Field(() => Json, { nullable: true, description: "The utm_… parameters, by name." })
  utm!: unknown;
  @Field(() => String, { nullable: true })
  device!: string | null;
  @Field(() => String, { nullable: true })
  referrer!: string | null;
}

/** What the viewer may do with this client. */
@ObjectType({ description: "What the viewer may do with this client." })
export class ClientAbilities {
  @Field(() => Boolean)
  edit!: boolean;
  @Field(() => Boolean)
  delete!: boolean;
  @Field(() => Boolean)
  export!: boolean;
  @Field(() => Boolean)
  seeContactData!: boolean;
  @Field(() => Boolean, { description: "See `revealContactData`; false for who sees them anyway." })
  revealContactData!: boolean;
}

/** How many clients the viewer sees. */
@ObjectType({ description: "How many clients the viewer sees." })
export class ClientStats {
  @Field(() => Int, { description: "Prospects and clients; inactive ones are left out." })
  total!: number;
  @Field(() => Int)
  prospects!: number;
  @Field(() => Int)
  clients!: number;
  @Field(() => Int)
  inactive!: number;
  @Field(() => Int, { description: "Prospects and clients created this month, in the business's time zone." })
  newThisMonth!: number;
}

/** Gives GraphQL the texts of the registry as fields of a class, with what is said of some. */
export function exposeTexts(type: { prototype: object }, descriptions: Partial<Record<TextFieldKey, string>>): void {
  for (const key of textFields) {
    const scalar = clientFields[key].type === "date" ? CalendarDate : String;
    Field(() => scalar, { nullable: true, description: descriptions[key] })(type.prototype, key);
  }
}
