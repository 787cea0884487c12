import type { Permission } from "@clientela/shared/permissions";

/**
 * Who may call a root field: anyone, whoever is signed in as a person (an API key is not), whoever has a permission, or
 * both of the latter. A root field that is not listed here keeps the server from starting.
 */
export type RootAccess = "public" | "person" | Permission | { person: true; permission: Permission };

export const rootAccess: Record<string, RootAccess> = {
  "Query.viewer": "public",
  "Query.setUpState": "public",
  "Query.invitation": "public",
  "Query.client": "clients.read",
  "Query.clients": "clients.read",
  "Query.clientCount": "clients.read",
  "Query.clientStats": "clients.read",
  "Query.tags": "clients.read",
  "Query.users": "people.read",
  "Query.teams": "people.read",
  "Query.settings": "settings.read",
  "Query.apiKeys": { person: true, permission: "apiKeys.manage" },
  "Query.sessions": "person",
  "Mutation.setUp": "public",
  "Mutation.signIn": "public",
  "Mutation.acceptInvitation": "public",
  "Mutation.signOut": "person",
  "Mutation.signOutSession": "person",
  "Mutation.signOutEverywhere": "person",
  "Mutation.updateAccount": "person",
  "Mutation.changePassword": "person",
  "Mutation.createApiKey": { person: true, permission: "apiKeys.manage" },
  "Mutation.revokeApiKey": { person: true, permission: "apiKeys.manage" },
  "Mutation.updateSettings": "settings.manage",
  "Mutation.inviteUser": "people.manage",
  "Mutation.renewInvitation": "people.manage",
  "Mutation.updateUser": "people.manage",
  "Mutation.createTeam": "people.manage",
  "Mutation.updateTeam": "people.manage",
  "Mutation.deleteTeam": "people.manage",
  "Mutation.createClient": "clients.write",
  "Mutation.updateClient": "clients.write",
  "Mutation.deleteClient": "clients.delete",
  "Mutation.createTag": "tags.write",
  "Mutation.updateTag": "tags.write",
  "Mutation.deleteTag": "tags.delete",
  "Mutation.addTimelineEntry": "timeline.write",
  "Mutation.updateTimelineEntry": "timeline.write",
  "Mutation.deleteTimelineEntry": "timeline.write",
  "Subscription.timelineEntryAdded": "clients.read",
};
