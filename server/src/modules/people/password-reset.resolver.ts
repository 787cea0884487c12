import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { smtpOf } from "../mail/smtp.ts";
import { settingsOf } from "../settings/settings.cache.ts";
import { findPasswordReset, requestPasswordReset, resetPassword } from "./password-reset.service.ts";
import { PendingPasswordReset, ViewerType } from "./people.types.ts";
import { shownViewer } from "./shown-viewer.ts";

/** What people do who forgot their password. */
@Resolver()
export class PasswordResetResolver {
  @Query(() => PendingPasswordReset, { nullable: true, description: "Null when the link was used or has expired." })
  async passwordReset(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
  ): Promise<PendingPasswordReset | null> {
    const user = await findPasswordReset(context, token);
    const { businessName } = settingsOf(context.core).current;
    return user && { email: user.email, businessName };
  }

  @Query(() => Boolean, {
    description: "Whether the link arrives by e-mail; else it waits in the outbox for an administrator to pass on.",
  })
  passwordResetMailed(@Ctx() { core }: Context): boolean {
    return smtpOf(core) !== null;
  }

  @Mutation(() => Boolean, {
    description: "Sends a link that works once, for an hour; answers the same for an address that nobody has.",
  })
  async requestPasswordReset(@Ctx() context: Context, @Arg("email", () => String) email: string): Promise<boolean> {
    await requestPasswordReset(context, email);
    return true;
  }

  @Mutation(() => ViewerType, { description: "Sets the password, ends every session of that person, and signs in." })
  async resetPassword(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
    @Arg("password", () => String) password: string,
  ): Promise<ViewerType | null> {
    await resetPassword(context, token, password);
    return shownViewer(context);
  }
}
