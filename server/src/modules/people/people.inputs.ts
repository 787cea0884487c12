import type { ClientListSettings } from "@clientela/shared/clients/columns";
import type { Locale } from "@clientela/shared/people/rules";
import type { Role } from "@clientela/shared/permissions";
import { Field, ID, InputType } from "type-graphql";
import { ClientListSettingsInput } from "./list-settings.types.ts";
import { RoleEnum } from "./user.entity.ts";

@InputType()
export class InviteUserInput {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  email!: string;
  @Field(() => RoleEnum)
  role!: Role;
  @Field(() => [ID], { nullable: true })
  teamIds?: string[] | null;
}

@InputType()
export class UpdateUserInput {
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => RoleEnum, { nullable: true, description: "Ends the sessions of that person." })
  role?: Role;
  @Field(() => [ID], { nullable: true })
  teamIds?: string[];
  @Field(() => Boolean, { nullable: true, description: "False ends the sessions of that person." })
  active?: boolean;
}

@InputType()
export class AccountInput {
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => String, { nullable: true, description: "`es`, `en`, or null to follow the browser." })
  locale?: Locale | null;
  @Field(() => ClientListSettingsInput, { nullable: true, description: "Null brings the usual list back." })
  clientList?: ClientListSettings | null;
}

@InputType()
export class TeamInput {
  @Field(() => String, { nullable: true, description: "Required at first." })
  name?: string;
  @Field(() => [ID], { nullable: true, description: "All members; absent leaves them as they are." })
  memberIds?: string[] | null;
}
