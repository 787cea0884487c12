import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { AccountInput } from "../people/people.inputs.ts";
import { acceptInvitation, changePassword, findInvitation, updateAccount } from "../people/user.service.ts";
import { PendingInvitation, Session, ViewerType } from "./access.types.ts";
import { findSessions } from "./session.queries.ts";
import { signIn, signOut, signOutEverywhere, signOutSession } from "./session.service.ts";
import { shownViewer } from "./shown-viewer.ts";

@Resolver()
export class AccessResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who asks; null when signed out." })
  viewer(@Ctx() context: Context): ViewerType | null {
    return shownViewer(context);
  }

  @Query(() => [Session], { description: "Where the viewer is signed in, latest first." })
  sessions(@Ctx() context: Context): Promise<Session[]> {
    return findSessions(context);
  }

  @Query(() => PendingInvitation, { nullable: true, description: "Null when the link was used or has expired." })
  async invitation(
    @Ctx() context: Context,
    @Arg("token", () => String) token: string,
  ): Promise<PendingInvitation | null> {
    const user = await findInvitation(context, token);
    const { businessName } = context.core.references.settings.current;
    return user && { name: user.name, email: user.email, businessName };
  }

  @Mutation(() => ViewerType, { description: "Sets the session cookie." })
  async signIn(
    @Ctx() context: Context,
    @Arg("email", () => String) email: string,
    @Arg("password", () => String) password: string,
  ): Promise<ViewerType | null> {
    await signIn(context, email, password);
    return shownViewer(context);
  }

  @Mutation(() => Boolean, { description: "Ends this session, its subscriptions too." })
  async signOut(@Ctx() context: Context): Promise<boolean> {
    await signOut(context);
    return true;
  }

  @Mutation(() => Boolean, { description: "Ends one of the viewer's sessions." })
  async signOutSession(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await signOutSession(context, id);
    return true;
  }

  @Mutation(() => Int, { description: "Ends all of the viewer's sessions, this one too; answers how many." })
  signOutEverywhere(@Ctx() context: Context): Promise<number> {
    return signOutEverywhere(context);
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
