import type { Module } from "../../module.ts";
import { SetUpResolver } from "./set-up.resolver.ts";

export const setUp: Module = {
  resolvers: [SetUpResolver],
  access: {
    "Query.setUpState": "public",
    "Mutation.setUp": "public",
  },
};
