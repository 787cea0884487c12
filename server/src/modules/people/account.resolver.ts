import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { AccountInput } from "./people.inputs.ts";
import { PendingInvitation, ViewerType } from "./people.types.ts";
import { shownViewer } from "./shown-viewer.ts";
import { acceptInvitation, changePassword, findInvitation, updateAccount } from "./user.service.ts";

/** What people do with their own account. */
@Resolver()
export class AccountResolver {
  @Query(() => PendingInvitation, { nullable: true, description: "Null when the link was used or has expired." })
  async invitation(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
  ): Promise<PendingInvitation | null> {
    const user = await findInvitation(context, token);
    const { businessName } = settingsOf(context.core).current;
    return user && { name: user.name, email: user.email, businessName };
  }

  @Mutation(() => ViewerType)
  async updateAccount(
    @Ctx() context: Context,
    @Arg("input", () => AccountInput) input: AccountInput,
  ): Promise<ViewerType | null> {
    await updateAccount(context, input);
    return shownViewer(context);
  }

  @Mutation(() => Boolean, { description: "Ends the viewer's other sessions." })
  async changePassword(
    @Ctx() context: Context,
    @Arg("current", () => String) current: string,
    @Arg("next", () => String) next: string,
  ): Promise<boolean> {
    await changePassword(context, current, next);
    return true;
  }

  @Mutation(() => ViewerType, { description: "Signs up with the token of an invitation's link, and in." })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
    @Arg("password", () => String) password: string,
  ): Promise<ViewerType | null> {
    await acceptInvitation(context, token, password);
    return shownViewer(context);
  }
}
