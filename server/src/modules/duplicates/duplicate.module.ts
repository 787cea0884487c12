import type { Module } from "../../module.ts";
import { DuplicateResolver } from "./duplicate.resolver.ts";

export const duplicates: Module = {
  resolvers: [DuplicateResolver],
  access: {
    "Query.clientDuplicates": "clients.read",
  },
};
