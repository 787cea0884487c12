import type { Module } from "../../module.ts";
import { SavedFilterResolver } from "./saved-filter.resolver.ts";

export const savedFilters: Module = {
  resolvers: [SavedFilterResolver],
  access: {
    "Query.savedFilters": "clients.read",
    "Mutation.saveFilter": "clients.read",
    "Mutation.deleteSavedFilter": "clients.read",
  },
};
