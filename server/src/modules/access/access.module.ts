import type { Module } from "../../module.ts";
import { AccessResolver } from "./access.resolver.ts";
import { tidyBrowsers } from "./known-browser.ts";

export const access: Module = {
  resolvers: [AccessResolver],
  access: {
    "Query.viewer": "public",
    "Query.sessions": "person",
    "Mutation.signIn": "public",
    "Mutation.signOut": "person",
    "Mutation.signOutSession": "person",
    "Mutation.signOutEverywhere": "person",
  },
  recurring: [{ job: tidyBrowsers, at: "57 3 * * *" }],
};
