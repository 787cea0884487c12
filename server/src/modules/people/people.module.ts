import type { Module } from "../../module.ts";
import { AccountResolver } from "./account.resolver.ts";
import { PasswordResetResolver } from "./password-reset.resolver.ts";
import { mailPasswordReset } from "./password-reset.service.ts";
import { teamsOf, usersOf } from "./people.references.ts";
import { TeamResolver, UserResolver } from "./people.resolver.ts";
import { SessionResolver } from "./session.resolver.ts";
import { Team } from "./team.entity.ts";
import { User } from "./user.entity.ts";

export const people: Module = {
  entities: [User, Team],
  resolvers: [SessionResolver, AccountResolver, UserResolver, TeamResolver, PasswordResetResolver],
  references: [usersOf, teamsOf],
  access: {
    "Query.viewer": "public",
    "Query.sessions": "person",
    "Mutation.signIn": "public",
    "Mutation.signOut": "person",
    "Mutation.signOutSession": "person",
    "Mutation.signOutEverywhere": "person",
    "Query.invitation": "public",
    "Query.users": "people.read",
    "Query.teams": "people.read",
    "Query.passwordReset": "public",
    "Query.passwordResetMailed": "public",
    "Mutation.acceptInvitation": "public",
    "Mutation.updateAccount": "person",
    "Mutation.changePassword": "person",
    "Mutation.inviteUser": "people.manage",
    "Mutation.renewInvitation": "people.manage",
    "Mutation.updateUser": "people.manage",
    "Mutation.createTeam": "people.manage",
    "Mutation.updateTeam": "people.manage",
    "Mutation.deleteTeam": "people.manage",
    "Mutation.requestPasswordReset": "public",
    "Mutation.resetPassword": "public",
  },
  jobs: [mailPasswordReset],
};
