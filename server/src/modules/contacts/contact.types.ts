import type { PortalPermission } from "@clientela/shared/contacts/rules";
import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";

export const PortalPermissionEnum: { [K in PortalPermission]: K } = {
  QUOTES: "QUOTES",
  INVOICES: "INVOICES",
  PAYMENTS: "PAYMENTS",
  TICKETS: "TICKETS",
  PROJECTS: "PROJECTS",
  CONTRACTS: "CONTRACTS",
};
registerEnumType(PortalPermissionEnum, { name: "PortalPermission" });

@InputType({ description: "An omitted field stays as it is; null clears it." })
export class ContactInput {
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true })
  position?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True takes it over from whoever was; false is refused for who is. The first contact is it anyway.",
  })
  primary?: boolean | null;
  @Field(() => [PortalPermissionEnum], { nullable: true, description: "All of them." })
  portalPermissions?: PortalPermission[] | null;
}

@ArgsType()
export class ContactsArgs {
  @Field(() => Boolean, { nullable: true })
  activeOnly?: boolean | null;
}
