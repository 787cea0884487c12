import { defineEntity, type OptionalProps, p } from "@mikro-orm/core";
import { Field, InputType, ObjectType } from "type-graphql";

const SettingsSchema = defineEntity({
  name: "Settings",
  properties: {
    id: p.boolean().primary().default(true),
    businessName: p.text(),
    locale: p.text(),
    timeZone: p.text(),
    currency: p.text(),
    country: p.text().nullable(),
    allowDuplicates: p.boolean().default(false),
    requireEmail: p.boolean().default(true),
    phoneInsteadOfEmail: p.boolean().default(true),
    promoteOnFirstPayment: p.boolean().default(true),
    restrictAgentsToTeams: p.boolean().default(true),
    hideContactDataFromAgents: p.boolean().default(false),
    agentsMayExport: p.boolean().default(false),
    agentsMayRevealContactData: p.boolean().default(false),
  },
});

/** The business and its rules: one row. */
@ObjectType({ description: "The business and its rules." })
export class Settings extends SettingsSchema.class {
  declare [OptionalProps]?: Exclude<keyof SettingsInput, "businessName" | "locale" | "timeZone" | "currency">;

  @Field(() => String)
  declare businessName: string;
  @Field(() => String, { description: "`es` or `en`: of e-mails, documents and whoever chose none." })
  declare locale: string;
  @Field(() => String, { description: "IANA time zone of the business: it decides where a day begins." })
  declare timeZone: string;
  @Field(() => String, { description: "ISO 4217 code of what is sold in unless a document says otherwise." })
  declare currency: string;
  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2: phone numbers without a prefix are of this country.",
  })
  declare country: string | null;
  @Field(() => Boolean, { description: "Whether several clients may have one e-mail address." })
  declare allowDuplicates: boolean;
  @Field(() => Boolean, { description: "Whether a person must give an e-mail address to create a client." })
  declare requireEmail: boolean;
  @Field(() => Boolean, {
    description: "Whether a phone or WhatsApp number will do where an e-mail address is required.",
  })
  declare phoneInsteadOfEmail: boolean;
  @Field(() => Boolean, { description: "Whether a prospect becomes a client with the first paid invoice." })
  declare promoteOnFirstPayment: boolean;
  @Field(() => Boolean, { description: "Whether agents see only the clients of their teams." })
  declare restrictAgentsToTeams: boolean;
  @Field(() => Boolean, { description: "Whether e-mail, phones and WhatsApp are hidden from agents." })
  declare hideContactDataFromAgents: boolean;
  @Field(() => Boolean, { description: "Whether agents may export what they see." })
  declare agentsMayExport: boolean;
  @Field(() => Boolean, { description: "Whether agents may see hidden contact data of a client by giving a reason." })
  declare agentsMayRevealContactData: boolean;
}
SettingsSchema.setClass(Settings);

@InputType()
export class SettingsInput {
  @Field(() => String, { nullable: true })
  businessName?: string;
  @Field(() => String, { nullable: true })
  locale?: string;
  @Field(() => String, { nullable: true })
  timeZone?: string;
  @Field(() => String, { nullable: true })
  currency?: string;
  @Field(() => String, { nullable: true })
  country?: string | null;
  @Field(() => Boolean, { nullable: true })
  allowDuplicates?: boolean;
  @Field(() => Boolean, { nullable: true })
  requireEmail?: boolean;
  @Field(() => Boolean, { nullable: true })
  phoneInsteadOfEmail?: boolean;
  @Field(() => Boolean, { nullable: true })
  promoteOnFirstPayment?: boolean;
  @Field(() => Boolean, { nullable: true })
  restrictAgentsToTeams?: boolean;
  @Field(() => Boolean, { nullable: true })
  hideContactDataFromAgents?: boolean;
  @Field(() => Boolean, { nullable: true })
  agentsMayExport?: boolean;
  @Field(() => Boolean, { nullable: true })
  agentsMayRevealContactData?: boolean;
}
