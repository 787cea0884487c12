import type { PortalPermission } from "@clientela/shared/contacts/rules";
import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../../core/read/connection.ts";

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
  @Field(() => String, { nullable: true, description: "Required at first." })
  name?: string;
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

@InputType({ description: "Every condition must hold." })
export class ContactFilter {
  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "Words in name, e-mail or phone, as far as the viewer may see them; accents and case ignored.",
  })
  search?: string | null;
}

@ArgsType()
export class ContactPageArgs extends PageArgs {
  @Field(() => ContactFilter, { nullable: true })
  filter?: ContactFilter | null;
}

@ArgsType()
export class ContactsArgs {
  @Field(() => Boolean, { nullable: true })
  activeOnly?: boolean | null;
}
