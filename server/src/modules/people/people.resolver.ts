import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.ts";
import { DateTime } from "../../core/scalars.ts";
import { InviteUserInput, TeamInput, UpdateUserInput } from "./people.inputs.ts";
import { type TeamRow, teamsOf, type UserRow, usersOf } from "./people.references.ts";
import { Invitation } from "./people.types.ts";
import { Team } from "./team.entity.ts";
import { createTeam, deleteTeam, updateTeam } from "./team.service.ts";
import { User } from "./user.entity.ts";
import { inviteUser, type NewInvitation, renewInvitation, updateUser } from "./user.service.ts";

@Resolver(() => User)
export class UserResolver {
  @Query(() => [User], { description: "Everyone, by name." })
  users(@Ctx() { core }: Context): UserRow[] {
    return usersOf(core).list();
  }

  @FieldResolver(() => Boolean, { description: "True until the invitation is accepted." })
  pending(@Root() { pending }: UserRow): boolean {
    return pending;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "Until when the link works that they were last given; null: it was used, or their role has changed.",
  })
  invitedUntil(@Root() { invitedUntil }: UserRow): Date | null {
    return invitedUntil;
  }

  @FieldResolver(() => [Team])
  teams(@Root() { teamIds }: UserRow, @Ctx() { core }: Context): TeamRow[] {
    return teamsOf(core).getAll(teamIds);
  }

  @Mutation(() => Invitation)
  async inviteUser(
    @Ctx() context: Context,
    @Arg("input", () => InviteUserInput) input: InviteUserInput,
  ): Promise<Invitation> {
    return shown(context, await inviteUser(context, input));
  }

  @Mutation(() => Invitation, { description: "A new link, also for somebody who forgot the password." })
  async renewInvitation(@Ctx() context: Context, @Arg("userId", () => ID) userId: string): Promise<Invitation> {
    return shown(context, await renewInvitation(context, userId));
  }

  @Mutation(() => User)
  async updateUser(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => UpdateUserInput) input: UpdateUserInput,
  ): Promise<UserRow | null> {
    return usersOf(context.core).get(await updateUser(context, id, input));
  }
}

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => [Team], { description: "Every team, by name." })
  teams(@Ctx() { core }: Context): TeamRow[] {
    return teamsOf(core).list();
  }

  @FieldResolver(() => [User])
  members(@Root() { memberIds }: TeamRow, @Ctx() { core }: Context): UserRow[] {
    return usersOf(core).getAll(memberIds);
  }

  @Mutation(() => Team)
  async createTeam(@Ctx() context: Context, @Arg("input", () => TeamInput) input: TeamInput): Promise<TeamRow | null> {
    return teamsOf(context.core).get(await createTeam(context, input));
  }

  @Mutation(() => Team)
  async updateTeam(
    @Ctx() context: Context,
    @Arg("id", () => ID) id: string,
    @Arg("input", () => TeamInput) input: TeamInput,
  ): Promise<TeamRow | null> {
    return teamsOf(context.core).get(await updateTeam(context, id, input));
  }

  @Mutation(() => Boolean, { description: "Its clients stay, without a team." })
  async deleteTeam(@Ctx() context: Context, @Arg("id", () => ID) id: string): Promise<boolean> {
    await deleteTeam(context, id);
    return true;
  }
}

const shown = ({ core }: Context, { userId, link, expiresAt, mailed }: NewInvitation): Invitation => ({
  user: usersOf(core).get(userId) ?? {},
  link,
  expiresAt,
  mailed,
});
