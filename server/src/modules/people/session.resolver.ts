import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.ts";
import { Session, ViewerType } from "./people.types.ts";
import { findSessions } from "./session.queries.ts";
import { signIn, signOut, signOutEverywhere, signOutSession } from "./session.service.ts";
import { shownViewer } from "./shown-viewer.ts";

@Resolver()
export class SessionResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who asks; null when signed out." })
  viewer(@Ctx() context: Context): ViewerType | null {
    return shownViewer(context);
  }

  @Query(() => [Session], { description: "Where the viewer is signed in, latest first." })
  sessions(@Ctx() context: Context): Promise<Session[]> {
    return findSessions(context);
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
}
